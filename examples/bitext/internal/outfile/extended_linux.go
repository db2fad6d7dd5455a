package outfile

import (
	"strings"
	"syscall"
)

// copyExtended copies the extended attributes of target, such as access control lists, as far as
// the file system and the user's rights allow.
func copyExtended(temporary, target string) {
	size, err := syscall.Listxattr(target, nil)
	if err != nil || size <= 0 {
		return
	}
	names := make([]byte, size)
	if size, err = syscall.Listxattr(target, names); err != nil {
		return
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(names[:size]), "\x00"), "\x00") {
		size, err := syscall.Getxattr(target, name, nil)
		if err != nil || size < 0 {
			continue
		}
		value := make([]byte, size)
		if size, err = syscall.Getxattr(target, name, value); err == nil {
			syscall.Setxattr(temporary, name, value[:size], 0)
		}
	}
}
