module github.com/bitext-go/bitext/examples

go 1.24.0

replace github.com/bitext-go/bitext => ../
