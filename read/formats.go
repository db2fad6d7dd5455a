package read

// The formats that have a name.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	PDF      Format = "pdf"
	TMX      Format = "tmx"
	XLIFF    Format = "xliff"
	XLSX     Format = "xlsx"
	ODS      Format = "ods"
	PPTX     Format = "pptx"
	IDML     Format = "idml"
	EPUB     Format = "epub"
	RTF      Format = "rtf"
	DOC      Format = "doc"
	CSV      Format = "csv"
	TSV      Format = "tsv"

	JSON       Format = "json" // strings by their keys; ARB and others
	Properties Format = "properties"
	RESX       Format = "resx"
	Android    Format = "android"
	Strings    Format = "strings" // of Apple
	SRT        Format = "srt"
	VTT        Format = "vtt"

	PO         Format = "po"
	TTX        Format = "ttx"
	QtTS       Format = "ts"
	XCStrings  Format = "xcstrings"
	Wordfast   Format = "wordfast"
	Package    Format = "package" // of bilingual files, in a zip archive
	BeadsJSONL Format = "jsonl"   // as package align/formats writes it
)

var markdownExts = []string{".md", ".markdown", ".mkd", ".mdown", ".mdx"}

const (
	saveDOCX   = "save it as DOCX, for example with: soffice --headless --convert-to docx"
	pandoc     = "convert it, for example with: pandoc -t markdown -o document.md"
	unpack     = "unpack it, and name the files in it"
	textFirst  = "save its text as a text file or as DOCX"
	recognise  = "recognise its text first, for example with: tesseract"
	transcribe = "have it transcribed first"
	export     = "export its texts in a format for translators, such as XLIFF, or as text"
	noText     = "it holds no text to align"
)

// formats is the table of formats, and the only place where a format is added.
var formats = []format{
	// Documents.
	{name: PDF, title: "a PDF document", magic: []string{"%PDF-"}, read: (*Reader).pdf},
	{name: PDF, title: "a PDF document", knows: isLatePDF, read: (*Reader).pdf},
	{name: DOCX, title: "a Word document (DOCX)", members: []string{"word/document.xml"}, exts: []string{".docx", ".docm"}, read: (*Reader).office},
	{name: ODT, title: "an OpenDocument text (ODT)", members: []string{"content.xml"}, roots: []string{"office:document"}, exts: []string{".odt"}, only: isWriter, read: (*Reader).office},
	{name: ODS, title: "an OpenDocument spreadsheet (ODS)", members: []string{"content.xml"}, roots: []string{"office:document"}, exts: []string{".ods"}, only: isCalc, read: (*Reader).office},
	{title: "an OpenDocument presentation (ODP)", members: []string{"content.xml"}, remedy: "save its outline as text or as ODT"},
	{name: XLSX, title: "a spreadsheet (XLSX)", members: []string{"xl/workbook.xml"}, exts: []string{".xlsx", ".xlsm"}, read: (*Reader).office},
	{name: PPTX, title: "a presentation (PPTX)", members: []string{"ppt/presentation.xml"}, exts: []string{".pptx"}, read: (*Reader).office},
	// An IDML file has the member by which an EPUB is known too.
	{name: IDML, title: "an InDesign document (IDML)", members: []string{"designmap.xml"}, exts: []string{".idml"}, read: (*Reader).office},
	{name: EPUB, title: "an electronic book (EPUB)", members: []string{"META-INF/container.xml"}, exts: []string{".epub"}, read: (*Reader).epub},
	{name: HTML, title: "an HTML page", roots: htmlRoots, exts: []string{".html", ".htm", ".xhtml"}, read: (*Reader).html},
	{name: Markdown, title: "Markdown", exts: markdownExts, read: (*Reader).markdown},

	// Files whose sentences are paired.
	{name: TMX, title: "a translation memory (TMX)", roots: []string{"tmx"}, exts: []string{".tmx"}, bilingual: true},
	{name: XLIFF, title: "an XLIFF file", roots: []string{"xliff"}, exts: []string{".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"}, bilingual: true},

	// Files of office programs that are not read.
	{title: "a document that is protected by a password", magic: []string{ole}, only: isEncrypted, protected: true, remedy: "save it without a password"},
	{title: "a spreadsheet of Excel 97 to 2003 (XLS)", magic: []string{ole}, only: isOldExcel, remedy: "save it as XLSX or CSV"},
	{title: "a presentation of PowerPoint 97 to 2003 (PPT)", magic: []string{ole}, only: isOldPowerPoint, remedy: "save its outline as text or as DOCX"},
	{title: "a message of Outlook (MSG)", magic: []string{ole}, only: isOutlook, remedy: "save the message as HTML or text"},
	{title: "a Hangul document (HWP)", magic: []string{ole}, only: isHangul, remedy: "save it as DOCX"},
	{name: DOC, title: "a document of Word 97 to 2003 (DOC)", magic: []string{ole}, read: (*Reader).converted},
	{name: RTF, title: "RTF", magic: []string{`{\rtf`}, exts: []string{".rtf"}, read: (*Reader).rtf},
	{title: "a Hangul document (HWPX)", members: []string{"Contents/section0.xml"}, exts: []string{".hwpx", ".hwp"}, remedy: "save it as DOCX"},
	{title: "a WordPerfect document", magic: []string{"\xFFWPC"}, remedy: saveDOCX},
	{title: "a Word document in one XML file", roots: []string{"worddocument", "package"}, remedy: saveDOCX},
	{title: "a document of Apple's programs", members: []string{"Index/", "Index.zip"}, remedy: "export it as DOCX or PDF"},
	{title: "a book for Kindle (MOBI)", knows: isMOBI, remedy: "convert it to EPUB or HTML, for example with calibre: ebook-convert"},
	{title: "a FrameMaker document (MIF)", magic: []string{"<MIFFile", "<BookFile"}, exts: []string{".mif"}, remedy: "save it as DOCX or HTML, or export it as XLIFF"},
	{title: "a FrameMaker document", magic: []string{"<MakerFile", "<MakerScreenFont", "<Book "}, exts: []string{".fm"}, remedy: "save it as DOCX or HTML"},
	{title: "a drawing of Visio", members: []string{"visio/document.xml"}, exts: []string{".vsdx"}, remedy: "save it as PDF"},
	{title: "FictionBook", roots: []string{"fictionbook"}, remedy: "convert it to EPUB or HTML, for example with calibre: ebook-convert"},
	{title: "DjVu", magic: []string{"AT&TFORM"}, remedy: "take its text out, for example with: djvutxt"},
	{title: "PostScript", magic: []string{"%!PS"}, remedy: "convert it to PDF, for example with: ps2pdf"},

	// Markup that is not read.
	{title: "LaTeX", exts: []string{".tex", ".latex", ".ltx"}, looks: isLaTeX, md: inMarkdown(latexCommand, .3), remedy: pandoc},
	{title: "reStructuredText", exts: []string{".rst"}, looks: isReStructuredText, md: inMarkdown(`^\.\. [\w-]+::`, .1), remedy: pandoc},
	{title: "AsciiDoc", exts: []string{".adoc", ".asciidoc", ".asc"}, looks: isAsciiDoc, md: isAsciiDoc, remedy: "convert it to HTML, for example with: asciidoctor"},
	{title: "Org", exts: []string{".org"}, looks: isOrg, md: inMarkdown(`^#\+[A-Za-z_]+:|^:PROPERTIES:`, .2), remedy: pandoc},
	{title: "Textile", exts: []string{".textile"}, looks: isTextile, md: isTextile, remedy: pandoc},
	{title: "Typst", exts: []string{".typ"}, looks: isTypst, md: inMarkdown(`^#(set|let|show|import) `, .2), remedy: pandoc},
	{title: "txt2tags", exts: []string{".t2t"}, remedy: pandoc},
	{title: "Muse", exts: []string{".muse"}, remedy: pandoc},
	{title: "an InCopy story (ICML)", knows: isInCopy, exts: []string{".icml", ".wcml", ".incx"}, remedy: "save it as RTF, or the document that it is in as IDML"},
	{title: "wiki markup", exts: []string{".wiki", ".mediawiki", ".dokuwiki", ".tikiwiki", ".vimwiki", ".creole", ".jira"}, looks: isWikiText, md: isWikiPage, remedy: "save the page as HTML, or " + pandoc},
	{title: "a manual page (roff)", exts: []string{".roff", ".man", ".mdoc"}, looks: isRoff, md: isRoff, remedy: "convert it to HTML, for example with: mandoc -T html"},
	{title: "Texinfo", exts: []string{".texi", ".texinfo"}, looks: isTexinfo, md: isTexinfo, remedy: "convert it to HTML, for example with: makeinfo --html"},
	{title: "Perl documentation (POD)", exts: []string{".pod"}, looks: isPOD, md: inMarkdown(`^=(head[1-6]|over|item|back|cut|pod|encoding)\b`, .2), remedy: "convert it to HTML, for example with: pod2html"},
	{title: "DocBook", roots: []string{"book", "article", "chapter", "refentry", "sect1"}, only: isNotHTML, remedy: pandoc},
	{title: "DITA", roots: []string{"topic", "concept", "task", "reference", "dita", "map", "bookmap"}, remedy: "convert it to HTML, for example with the DITA Open Toolkit"},
	{title: "TEI", roots: []string{"tei", "teicorpus"}, remedy: pandoc},
	{title: "JATS", roots: []string{"jats"}, remedy: pandoc},

	// Localisation and subtitles.
	{name: PO, title: "a gettext catalogue (PO)", exts: []string{".po", ".pot"}, looks: isPO, md: isPO, bilingual: true},
	{title: "a compiled gettext catalogue (MO)", magic: []string{"\xDE\x12\x04\x95", "\x95\x04\x12\xDE"}, remedy: "make a PO file of it, with: msgunfmt"},
	{title: "a compiled catalogue of Qt (QM)", magic: []string{"\x3C\xB8\x64\x18\xCA\xEF\x9C\x95"}, remedy: "make a TS file of it, with: lconvert"},
	{title: "a terminology file of MultiTerm", roots: []string{"mtf"}, remedy: "export it as TBX or CSV, and give that to --lexicon"},
	{title: "a translation memory of Trados (SDLTM)", knows: isTradosMemory, exts: []string{".sdltm"}, remedy: "export it as TMX"},
	{title: "a termbase of MultiTerm (SDLTB)", exts: []string{".sdltb"}, remedy: "export it as TBX or CSV, and give that to --lexicon"},
	{title: "a terminology file (TBX)", roots: []string{"martif", "tbx"}, exts: []string{".tbx"}, remedy: "give it to --lexicon, which reads it as a glossary"},
	{name: TTX, title: "a Trados document (TTX)", roots: []string{"tradostag"}, exts: []string{".ttx"}, bilingual: true},
	{title: "a file of Wordfast Pro (TXML)", roots: []string{"txml"}, exts: []string{".txml"}, remedy: "save it as TXLF or TMX"},
	{title: "a file of ONTRAM (XINI)", roots: []string{"xini"}, exts: []string{".xini"}, remedy: "export it as XLIFF or TMX"},
	{name: Wordfast, title: "a Wordfast memory", knows: isWordfast, bilingual: true},
	{name: QtTS, title: "a resource file of Qt (TS)", roots: []string{"ts"}, bilingual: true},
	{name: RESX, title: "a resource file of .NET (RESX)", roots: []string{"root"}, only: isRESX, exts: []string{".resx"}, read: (*Reader).xmlStrings},
	{name: Android, title: "a resource file of Android", roots: []string{"resources"}, read: (*Reader).xmlStrings},
	{title: "a property list (plist)", roots: []string{"plist"}, magic: []string{"bplist0"}, remedy: export},
	{name: XCStrings, title: "a string catalogue of Xcode", exts: []string{".xcstrings"}, knows: isXCStrings, bilingual: true},
	{name: BeadsJSONL, title: "beads (JSON Lines)", knows: isBeads, bilingual: true},
	{title: "JSON Lines", exts: []string{".jsonl", ".ndjson"}, looks: isJSONLines, md: isJSONLines, remedy: export},
	{title: "a notebook of Jupyter", exts: []string{".ipynb"}, knows: isNotebook, remedy: "convert it to Markdown, with: jupyter nbconvert --to markdown"},
	{title: "a link to a document of Google Docs", exts: []string{".gdoc", ".gsheet", ".gslides"}, remedy: "open it, and download it as DOCX, XLSX or PPTX"},
	{name: JSON, title: "JSON", exts: []string{".json", ".arb", ".json5"}, looks: isJSON, md: isJSON, read: (*Reader).json},
	{name: Properties, title: "a resource file of Java (.properties)", exts: []string{".properties"}, read: (*Reader).properties},
	{name: Strings, title: "a resource file of Apple (.strings)", exts: []string{".strings"}, looks: isAppleStrings, md: isAppleStrings, read: (*Reader).appleStrings},
	{title: "YAML", exts: []string{".yml", ".yaml"}, looks: isYAML, md: isYAMLAlone, remedy: export},
	{title: "TOML", exts: []string{".toml"}, looks: isTOML, md: isTOML, remedy: export},
	{title: "a resource file of Fluent (FTL)", exts: []string{".ftl"}, looks: isFluent, md: inMarkdown(`^-?[A-Za-z][\w-]* = |^\.[\w-]+ = `, .7), remedy: export},
	{title: "an INI file", exts: []string{".ini", ".inf", ".cfg", ".conf", ".desktop", ".lang"}, looks: isINI, md: inMarkdown(keyValue, .8), remedy: export},
	{title: "a resource script of Windows (RC)", exts: []string{".rc"}, looks: isResourceScript, md: isResourceScript, remedy: export},
	{name: VTT, title: "a subtitle file (WebVTT)", magic: []string{"WEBVTT", "\uFEFFWEBVTT"}, exts: []string{".vtt"}, read: (*Reader).subtitles},
	{title: "a subtitle file (Advanced SubStation)", exts: []string{".ass", ".ssa"}, looks: isSubStation, md: isSubStation, remedy: "convert it to SRT, for example with: ffmpeg -i film.ass film.srt"},
	{name: SRT, title: "a subtitle file (SubRip)", exts: []string{".srt"}, looks: isSubRip, md: isSubRip, read: (*Reader).subtitles},
	{title: "a subtitle file (EBU STL)", knows: isEBU, remedy: "convert it to SRT, for example with Subtitle Edit"},
	{title: "a subtitle file (Scenarist)", magic: []string{"Scenarist_SCC"}, exts: []string{".scc"}, remedy: "convert it to SRT, for example with: ffmpeg -i film.scc film.srt"},
	{title: "a subtitle file (SAMI)", roots: []string{"sami"}, exts: []string{".smi", ".sami"}, remedy: "convert it to SRT, for example with: ffmpeg -i film.smi film.srt"},
	{title: "a subtitle file (MicroDVD)", looks: isMicroDVD, md: isMicroDVD, remedy: "convert it to SRT, for example with: ffmpeg -i film.sub film.srt"},
	{title: "a subtitle file (TTML)", roots: []string{"tt"}, exts: []string{".ttml", ".dfxp"}, remedy: "convert it to SRT, for example with: ffmpeg -i film.ttml film.srt"},
	{title: "a text with time codes", exts: []string{".sbv", ".lrc", ".sub", ".stl"}, looks: hasTimeCodes, md: inMarkdown(timeCode, .4), remedy: "convert it to SRT, or take the time codes out"},

	// Tables.
	{name: CSV, title: "a table (CSV)", exts: []string{".csv"}, looks: isCSV, md: isCSV, read: (*Reader).csv},
	{name: TSV, title: "a table (TSV)", exts: []string{".tsv", ".tab"}, looks: isTSV, md: isTSV, read: (*Reader).tsv},

	// Messages, data and programs.
	{title: "a web archive (MHTML)", exts: []string{".mht", ".mhtml"}, looks: isWebArchive, md: isWebArchive, remedy: "open it in a browser, and save the page as HTML"},
	{title: "an e-mail message", exts: []string{".eml", ".mbox"}, looks: isMessage, md: isMessage, remedy: "save the message as HTML or text"},
	{title: "a calendar or an address book", exts: []string{".ics", ".vcf"}, looks: isVObject, md: isVObject, remedy: noText},
	{title: "a bibliography (BibTeX)", exts: []string{".bib"}, knows: isBibTeX, remedy: noText},
	{title: "a list of changes (diff)", exts: []string{".diff", ".patch"}, looks: isDiff, md: isDiff, remedy: noText},
	{title: "a log", exts: []string{".log"}, looks: isLog, md: isLog, remedy: noText},
	{title: "a key or a certificate", knows: isKey, remedy: noText},
	{title: "a vector graphic (SVG)", roots: []string{"svg"}, remedy: export},
	{title: "a feed (RSS or Atom)", roots: []string{"rss", "feed", "rdf"}, remedy: "save its pages as HTML"},
	{title: "a picture", magic: pictures, exts: []string{".xpm"}, remedy: recognise},
	{title: "a sound or film", magic: recordings, remedy: transcribe},
	{title: "a sound or film", knows: isRIFF, remedy: transcribe},
	{title: "a film", knows: isISOMedia, remedy: transcribe},
	{title: "a packed archive", magic: archives, remedy: unpack},
	{title: "a packed archive", knows: isBzip2, remedy: unpack},
	{title: "a tar archive", knows: isTar, remedy: unpack},
	{title: "a help file of Windows (CHM)", magic: []string{"ITSF\x03"}, remedy: "unpack it, for example with: 7z x, and name the HTML files in it"},
	{title: "a database", magic: []string{"SQLite format 3", "\x00\x01\x00\x00Standard "}, remedy: export},
	{title: "a program", magic: programs, remedy: noText},
	{title: "a font", magic: []string{"OTTO\x00", "\x00\x01\x00\x00\x00", "wOFF", "wOF2", "ttcf"}, remedy: noText},
	{title: "program code", exts: codeExts, looks: isCode, remedy: export},
	{title: "a style sheet (CSS)", exts: []string{".css", ".scss", ".less"}, remedy: noText},
	{title: "a database dump (SQL)", exts: []string{".sql"}, looks: isSQL, md: inMarkdown(sqlLine, .5), remedy: export},
	{title: "XML of an unknown kind", looks: isXML, md: isDeclaredXML, remedy: export},
	{title: "a text that is mostly markup or data", looks: isMostlyMarkup, remedy: "save its text alone, as a text file or as DOCX"},
	{name: Package, title: "a package of bilingual files", members: []string{"*.sdlxliff", "*.mqxliff", "*.mxliff", "*.xlf", "*.xliff", "*.txlf", "*.tmx"}, bilingual: true},
	{title: "a zip archive without a document that is known", magic: []string{"PK\x03\x04", "PK\x05\x06"}, only: isWholeZip, remedy: unpack},

	// What is left.
	{name: Text, title: "a text", read: (*Reader).text},
}

const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Bytes at the beginning of files that are not text.
var (
	pictures = []string{
		"\x89PNG", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "BM\x36", "8BPS", "\x00\x00\x01\x00", "/* XPM */",
	}
	recordings = []string{
		"ID3\x02", "ID3\x03", "ID3\x04", "OggS\x00", "\x1A\x45\xDF\xA3", "fLaC\x00", "\xFF\xFB", "\x00\x00\x01\xBA",
		"FLV\x01",
	}
	archives = []string{"7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\xFD7zXZ\x00", "\x28\xB5\x2F\xFD", "!<arch>"}
	programs = []string{"\x7FELF", "MZ\x90", "\xCA\xFE\xBA\xBE", "\xCF\xFA\xED\xFE", "\x00asm", "#!/"}
)

// codeExts are extensions of program code. Qt's .ts is known by its first element.
var codeExts = []string{
	".go", ".py", ".js", ".mjs", ".jsx", ".ts", ".tsx", ".java", ".kt", ".c", ".h", ".cc", ".cpp", ".hpp", ".cs",
	".rs", ".rb", ".php", ".pl", ".pm", ".sh", ".bash", ".swift", ".lua", ".scala", ".vue", ".svelte", ".ps1", ".bat",
}

// htmlRoots are elements with which a page, or a piece of one, begins.
var htmlRoots = []string{
	"html", "head", "body", "p", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "dl", "span", "main", "nav",
	"header", "section", "center", "font", "meta", "link", "title", "b", "i", "em", "strong", "a", "br", "hr", "img",
	"pre", "blockquote", "script", "style",
}
