package srx

import (
	"errors"
	"fmt"
	"regexp/syntax"
)

// A pattern is an expression ready for an automaton, reversed for the text before a position.
type pattern struct {
	re   *syntax.Regexp
	prog *syntax.Prog
}

// patternOf parses an expression.
func patternOf(expr string, before bool) (*pattern, error) {
	const most = 20_000 // instructions
	re, err := parse(expr, before)
	if err != nil {
		return nil, err
	}
	re = shrink(re.Simplify())
	prog, err := syntax.Compile(re)
	if err == nil && len(prog.Inst) > most {
		err = errors.New("an expression of this size cannot be expressed")
	}
	return &pattern{re, prog}, err
}

// parse parses an expression, turned around for the text before a position.
func parse(expr string, before bool) (*syntax.Regexp, error) {
	goExpr, err := toGo(expr)
	if err != nil {
		return nil, err
	}
	re, err := syntax.Parse(goExpr, syntax.Perl|syntax.DotNL)
	if err != nil {
		return nil, fmt.Errorf("not a regular expression: %w", err)
	}
	if before {
		reverse(re)
	}
	return re, nil
}

// reverse turns an expression around, so that it matches reversed text.
func reverse(re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		for i, j := 0, len(re.Rune)-1; i < j; i, j = i+1, j-1 {
			re.Rune[i], re.Rune[j] = re.Rune[j], re.Rune[i]
		}
	case syntax.OpConcat:
		for i, j := 0, len(re.Sub)-1; i < j; i, j = i+1, j-1 {
			re.Sub[i], re.Sub[j] = re.Sub[j], re.Sub[i]
		}
	case syntax.OpBeginText:
		re.Op = syntax.OpEndText
	case syntax.OpEndText:
		re.Op = syntax.OpBeginText
	case syntax.OpBeginLine:
		re.Op = syntax.OpEndLine
	case syntax.OpEndLine:
		re.Op = syntax.OpBeginLine
	}
	for _, sub := range re.Sub {
		reverse(sub)
	}
}
