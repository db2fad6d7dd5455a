module github.com/bitext-go/bitext/segment/peers

go 1.24.0

require (
	github.com/bitext-go/bitext v0.0.0
	github.com/clipperhouse/uax29/v2 v2.7.0
	golang.org/x/text v0.34.0
)
