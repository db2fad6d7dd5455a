#!/usr/bin/env bash
# Tests reading a real PDF with the real pdftotext. On Debian, the script installs pdftotext.
#
#   bash scripts/pdf.sh
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v pdftotext >/dev/null; then
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    { apt-get update && apt-get install -y --no-install-recommends poppler-utils; } >"$log" 2>&1 || { tail "$log" >&2; exit 1; }
fi
BITEXT_PDF=1 go test -count=1 -run PDF ./read ./read/internal/tounicode
