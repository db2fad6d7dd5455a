module github.com/bitext-go/bitext/examples

go 1.24.0

require (
	github.com/bitext-go/bitext v0.0.0
	github.com/spf13/cobra v1.10.2
	golang.org/x/text v0.34.0
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
)

replace github.com/bitext-go/bitext => ../
