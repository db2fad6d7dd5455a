module github.com/bitext-go/bitext/lang/lingua

go 1.24.0

require (
	github.com/bitext-go/bitext v0.0.0
	github.com/pemistahl/lingua-go v1.4.0
	github.com/stretchr/testify v1.12.1
	golang.org/x/text v0.34.0
	google.golang.org/protobuf v1.36.11
)

require (
	github.com/shopspring/decimal v1.3.1 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/exp v0.0.0-20221106115401-f9659909a136 // indirect
)
