#!/usr/bin/env bash
# Shows that nothing is lost, whatever happens: kills each command that writes files 100 times at random moments, fills a
# disk at 20 sizes, limits the size of files, closes pipes, takes away rights, and runs two and eight programs at once.
# After each, every file must be the old or the new one, and after the next run nothing may be left over.
#
#   bash scripts/crash.sh [KILLS [COMMANDS]]
#
# COMMANDS is a regular expression of the commands to try, as in 'align|add'; all without it.
# It prints how many runs were killed and how many disks were full. It mounts small file systems, which needs root on
# Linux. go test ./examples/... runs the same tests in a short form, without the disks.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-100}
only=${2:+/^($2)\$}
{
    go test -count=1 -v -run "TestKills$only|TestFileSizeLimits$only|TestFullDisk$only|TestReadOnlyFolders$only" \
        ./examples/bitext -kills "$kills" -disk -timeout 2h
    [ -z "$only" ] || exit 0
    go test -count=1 -v -run 'TestClosedPipes|AtOnce|Signal' ./examples/bitext
    go test -count=1 -v -run 'TestKill$|TestFileSizeLimits|TestFullDisk|TestReadOnlyFolder|AtOnce|DoesNotRead' \
        ./examples/bitext/review -kills "$kills" -disk -timeout 1h
    go test -count=1 -v -run 'Kill|Disk|Two|Journal' ./examples/bitext/seedfile ./align/seed ./examples/bitext/review/journal
} | grep --line-buffered -aE '^(---|ok|FAIL|panic)|(crash|kill|harsh)_test.go'
