package glossary

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ReadDictd reads a dictionary of dict servers: its index, a line for each headword, and its
// articles, not compressed. The lines of an article with at most four words count as translations.
// Grammar, pronunciation and longer explanations are skipped.
func ReadDictd(index, articles io.Reader) (*File, error) {
	text, err := io.ReadAll(articles)
	if err != nil {
		return nil, fmt.Errorf("glossary: %w", err)
	}
	f := &File{}
	budget := budgetOf(len(text))
	lines := bufio.NewScanner(index)
	n := 0
	for lines.Scan() {
		n++
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 3 {
			f.skip(n, "not a headword, an offset and a length with tabs between them")
			continue
		}
		if strings.HasPrefix(fields[0], "00database") || strings.HasPrefix(fields[0], "00-database") {
			continue
		}
		at, okAt := dictNumber(fields[1])
		size, okSize := dictNumber(fields[2])
		if !okAt || !okSize || at+size > len(text) {
			f.skip(n, "the index points outside of the articles")
			continue
		}
		if !budget.take(size) {
			f.skip(n, overBudget)
			break
		}
		article := string(text[at : at+size])
		head, _, _ := strings.Cut(article, "\n") // the index has it without capitals or punctuation
		if head = strings.TrimSpace(aside.ReplaceAllString(head, " ")); !strings.EqualFold(head, fields[0]) {
			head = fields[0]
		}
		f.article(n, head, article)
	}
	if err := lines.Err(); err != nil {
		return f, fmt.Errorf("glossary: index, line %d: %w", n+1, err)
	}
	if n == 0 {
		return f, errors.New("glossary: the index is empty")
	}
	return f, nil
}

// dictNumber returns the value of a number in an index, which has the digits of base64.
// It is below 1 GiB, which an int holds on every processor.
func dictNumber(s string) (int, bool) {
	const most = 1 << 24 // before the last digit
	n := 0
	for _, r := range s {
		d := strings.IndexRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", r)
		if d < 0 || n > most {
			return 0, false
		}
		n = n<<6 | d
	}
	return n, s != ""
}
