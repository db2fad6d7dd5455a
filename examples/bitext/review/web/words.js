// The text of the page, in the languages of its interface. {x} is filled in.

export const languages = { en: "English", fr: "Français", es: "Español", ar: "العربية", zh: "中文" };

const order = ["en", "fr", "es", "ar", "zh"];

const table = {
  // Filters, which are also the kinds of places that the keys 1 to 5 lead to.
  all: ["All", "Tout", "Todo", "الكل", "全部"],
  attention: ["Needs attention", "À vérifier", "Por revisar", "بحاجة إلى مراجعة", "待检查"],
  doubtful: ["Doubtful", "Douteux", "Dudosas", "مشكوك فيها", "存疑"],
  alone: ["No counterpart", "Sans équivalent", "Sin equivalente", "بلا مقابل", "无对应"],
  numbers: ["Numbers", "Nombres", "Números", "الأرقام", "数字"],
  names: ["Names", "Noms", "Nombres propios", "الأسماء", "专名"],
  other: ["Other findings", "Autres constats", "Otros hallazgos", "ملاحظات أخرى", "其他问题"],
  approved: ["Approved", "Approuvés", "Aprobadas", "معتمدة", "已批准"],
  rejected: ["Rejected", "Rejetés", "Rechazadas", "مرفوضة", "已拒绝"],
  changed: ["Changed", "Modifiés", "Modificadas", "معدّلة", "已修改"],
  noted: ["With a note", "Avec note", "Con nota", "بملاحظة", "有备注"],

  // The state of a row.
  isApproved: ["approved", "approuvé", "aprobada", "معتمد", "已批准"],
  isRejected: ["not a translation", "pas une traduction", "no es traducción", "ليس ترجمة", "非译文"],
  isAlone: ["no counterpart", "sans équivalent", "sin equivalente", "بلا مقابل", "无对应"],
  isDoubtful: ["doubtful", "douteux", "dudosa", "مشكوك فيه", "存疑"],
  isNumbers: ["numbers differ", "nombres différents", "números distintos", "أرقام مختلفة", "数字不一致"],
  isNames: ["names differ", "noms différents", "nombres distintos", "أسماء مختلفة", "专名不一致"],
  isOther: ["needs attention", "à vérifier", "por revisar", "بحاجة إلى مراجعة", "待检查"],
  isHand: ["edited", "modifié", "modificada", "معدّل", "已编辑"],
  isMoved: ["moved text", "texte déplacé", "texto desplazado", "نص منقول", "移位文本"],
  isNoted: ["note", "note", "nota", "ملاحظة", "备注"],
  isSelected: ["selected", "sélectionné", "seleccionada", "محدد", "已选中"],
  row: ["Row", "Ligne", "Fila", "الصف", "行"],
  rows: ["Rows", "Lignes", "Filas", "الصفوف", "行"],
  nothingIn: ["nothing in {language}", "rien en {language}", "nada en {language}", "لا شيء بلغة {language}", "{language}：无"],
  rowsLeftOut: ["Rows left out: {n}", "Lignes omises : {n}", "Filas omitidas: {n}", "صفوف محذوفة من العرض: {n}", "省略 {n} 行"],
  hiddenCharacter: ["an invisible character", "un caractère invisible", "un carácter invisible", "محرف غير مرئي", "不可见字符"],
  empty: ["No row matches.", "Aucune ligne ne correspond.", "Ninguna fila coincide.", "لا يوجد صف مطابق.", "没有匹配的行。"],

  // The list of reviews.
  jobsOf: ["Reviews in {folder}", "Révisions dans {folder}", "Revisiones en {folder}", "المراجعات في {folder}", "{folder} 中的审校"],
  allJobs: ["All reviews", "Toutes les révisions", "Todas las revisiones", "كل المراجعات", "全部审校"],
  jobName: ["Document", "Document", "Documento", "المستند", "文档"],
  jobFiles: ["Files", "Fichiers", "Archivos", "الملفات", "文件"],
  jobState: ["State", "État", "Estado", "الحالة", "状态"],
  jobRows: ["Rows done", "Lignes traitées", "Filas listas", "الصفوف المنجزة", "已完成行"],
  jobOpen: ["Need attention", "À vérifier", "Por revisar", "بحاجة إلى مراجعة", "待检查"],
  jobNew: ["not begun", "pas commencée", "sin empezar", "لم تبدأ", "未开始"],
  jobWorking: ["being aligned", "alignement en cours", "alineando", "جارٍ المحاذاة", "正在对齐"],
  jobBegun: ["begun", "commencée", "empezada", "بدأت", "已开始"],
  jobDone: ["done", "terminée", "terminada", "منتهية", "已完成"],
  jobFault: ["cannot be opened", "impossible à ouvrir", "no se puede abrir", "لا يمكن فتحها", "无法打开"],
  jobsLost: ["bitext review has ended. Start it again to go on.", "bitext review est terminé. Relancez-le pour continuer.", "bitext review ha terminado. Inícielo de nuevo para seguir.", "انتهى bitext review. شغّله من جديد للمتابعة.", "bitext review 已结束。请重新启动以继续。"],

  // The header.
  progress: ["{done} of {all} done · {open} need attention", "{done} sur {all} traités · {open} à vérifier", "{done} de {all} listas · {open} por revisar", "تم {done} من {all} · {open} بحاجة إلى مراجعة", "已完成 {done}/{all} · 待检查 {open}"],
  checking: ["checking {n} more", "{n} en cours de contrôle", "comprobando {n} más", "جارٍ فحص {n}", "正在检查 {n} 行"],
  search: ["Search", "Rechercher", "Buscar", "بحث", "搜索"],
  show: ["Show", "Afficher", "Mostrar", "عرض", "显示"],
  undo: ["Undo", "Annuler", "Deshacer", "تراجع", "撤销"],
  redo: ["Redo", "Rétablir", "Rehacer", "إعادة", "重做"],
  next: ["Next", "Suivant", "Siguiente", "التالي", "下一处"],
  nextTitle: ["Next row that needs attention", "Ligne suivante à vérifier", "Siguiente fila por revisar", "الصف التالي المطلوب مراجعته", "下一处待检查"],
  previousTitle: ["Previous row that needs attention", "Ligne précédente à vérifier", "Fila anterior por revisar", "الصف السابق المطلوب مراجعته", "上一处待检查"],
  approveSure: ["Approve sure rows", "Approuver les lignes sûres", "Aprobar filas seguras", "اعتماد الصفوف المؤكدة", "批准可靠行"],
  replaceButton: ["Find and replace", "Rechercher et remplacer", "Buscar y reemplazar", "بحث واستبدال", "查找和替换"],
  realign: ["Realign the rest", "Réaligner le reste", "Realinear el resto", "إعادة محاذاة الباقي", "重新对齐其余行"],
  export: ["Export", "Exporter", "Exportar", "تصدير", "导出"],
  more: ["Menu", "Menu", "Menú", "القائمة", "菜单"],
  helpTitle: ["Keys and help", "Raccourcis et aide", "Atajos y ayuda", "الاختصارات والمساعدة", "快捷键与帮助"],
  density: ["Compact rows", "Lignes compactes", "Filas compactas", "صفوف مضغوطة", "紧凑显示"],
  languageOfPage: ["Language of the interface", "Langue de l’interface", "Idioma de la interfaz", "لغة الواجهة", "界面语言"],
  actions: ["Actions", "Actions", "Acciones", "إجراءات", "操作"],
  about: ["The chosen row", "La ligne choisie", "La fila elegida", "الصف المختار", "所选行"],

  // The actions of the bar.
  approve: ["Approve", "Approuver", "Aprobar", "اعتماد", "批准"],
  reject: ["Reject", "Rejeter", "Rechazar", "رفض", "拒绝"],
  rejectTitle: ["Not a translation", "Pas une traduction", "No es una traducción", "ليس ترجمة", "不是译文"],
  correct: ["Edit", "Modifier", "Editar", "تحرير", "编辑"],
  split: ["Split", "Scinder", "Dividir", "تقسيم", "拆分"],
  up: ["Up", "Monter", "Subir", "إلى أعلى", "上移"],
  upTitle: ["Move the sentence, or its part before the caret, to the row above", "Déplacer la phrase, ou sa partie avant le curseur, vers la ligne du dessus", "Mover la frase, o su parte anterior al cursor, a la fila de arriba", "نقل الجملة أو الجزء الذي قبل المؤشر إلى الصف الأعلى", "将句子（或光标前的部分）移到上一行"],
  down: ["Down", "Descendre", "Bajar", "إلى أسفل", "下移"],
  downTitle: ["Move the sentence, or its part after the caret, to the row below", "Déplacer la phrase, ou sa partie après le curseur, vers la ligne du dessous", "Mover la frase, o su parte posterior al cursor, a la fila de abajo", "نقل الجملة أو الجزء الذي بعد المؤشر إلى الصف الأسفل", "将句子（或光标后的部分）移到下一行"],
  above: ["Merge up", "Fusionner ↑", "Unir ↑", "دمج لأعلى", "向上合并"],
  below: ["Merge down", "Fusionner ↓", "Unir ↓", "دمج لأسفل", "向下合并"],
  merge: ["Merge", "Fusionner", "Unir", "دمج", "合并"],
  swap: ["Swap", "Permuter", "Permutar", "تبديل", "互换"],
  swapTitle: ["Swap this cell with the one below", "Permuter cette cellule avec celle du dessous", "Permutar esta celda con la de abajo", "تبديل هذه الخلية مع التي تحتها", "与下方单元格互换"],
  pair: ["Pair", "Apparier", "Emparejar", "إقران", "配对"],
  pairTitle: ["Pick up this cell; press again at the row that it belongs to", "Prendre cette cellule ; appuyer de nouveau sur la ligne correspondante", "Tomar esta celda; pulse otra vez en la fila que le corresponde", "التقاط هذه الخلية؛ اضغط مجدداً عند الصف المقابل", "拾取此单元格；在目标行再次按下"],
  note: ["Note", "Note", "Nota", "ملاحظة", "备注"],
  why: ["Why", "Pourquoi", "Por qué", "لماذا", "原因"],
  whyTitle: ["What speaks for and against this row", "Ce qui plaide pour et contre cette ligne", "Lo que habla a favor y en contra de esta fila", "الأدلة المؤيدة والمعارضة لهذا الصف", "支持与反对该行的依据"],
  realignSelection: ["Realign", "Réaligner", "Realinear", "إعادة محاذاة", "重新对齐"],
  reopen: ["Clear mark", "Retirer la marque", "Quitar marca", "إزالة العلامة", "清除标记"],

  // Why an action is not possible now.
  whyFirst: ["This is the first row.", "C’est la première ligne.", "Es la primera fila.", "هذا هو الصف الأول.", "这是第一行。"],
  whyLast: ["This is the last row.", "C’est la dernière ligne.", "Es la última fila.", "هذا هو الصف الأخير.", "这是最后一行。"],
  whyEmpty: ["The cell is empty.", "La cellule est vide.", "La celda está vacía.", "الخلية فارغة.", "单元格为空。"],
  whyPlace: ["Click where to split, or choose a sentence that is not the first.", "Cliquez à l’endroit voulu, ou choisissez une phrase qui n’est pas la première.", "Haga clic donde dividir, o elija una frase que no sea la primera.", "انقر موضع التقسيم أو اختر جملة غير الأولى.", "请单击拆分位置，或选择非首句。"],
  whyOne: ["Choose one row for this.", "Choisissez une seule ligne.", "Elija una sola fila.", "اختر صفاً واحداً لهذا.", "请只选择一行。"],
  whyNoUndo: ["There is nothing to undo.", "Rien à annuler.", "No hay nada que deshacer.", "لا يوجد ما يمكن التراجع عنه.", "没有可撤销的操作。"],
  whyNoRedo: ["There is nothing to redo.", "Rien à rétablir.", "No hay nada que rehacer.", "لا يوجد ما يمكن إعادته.", "没有可重做的操作。"],
  whyMemory: ["The units of a memory cannot be realigned.", "Les unités d’une mémoire ne peuvent pas être réalignées.", "Las unidades de una memoria no se pueden realinear.", "لا يمكن إعادة محاذاة وحدات الذاكرة.", "翻译记忆库的单元无法重新对齐。"],

  // What has happened.
  saved: ["Saved.", "Enregistré.", "Guardado.", "حُفظ.", "已保存。"],
  unchanged: ["Nothing has changed.", "Rien n’a changé.", "Nada ha cambiado.", "لم يتغير شيء.", "没有变化。"],
  didRow: ["Row {n}: {what}.", "Ligne {n} : {what}.", "Fila {n}: {what}.", "الصف {n}: {what}.", "第 {n} 行：{what}。"],
  didRows: ["{what}: {n} rows.", "{what} : {n} lignes.", "{what}: {n} filas.", "{what}: {n} صفوف.", "{what}：{n} 行。"],
  didApprove: ["approved", "approuvé", "aprobada", "اعتُمد", "已批准"],
  didReject: ["not a translation", "pas une traduction", "no es traducción", "ليس ترجمة", "非译文"],
  didReopen: ["mark removed", "marque retirée", "marca quitada", "أُزيلت العلامة", "已清除标记"],
  didMerge: ["merged", "fusionné", "unida", "دُمج", "已合并"],
  didSplit: ["split", "scindé", "dividida", "قُسّم", "已拆分"],
  didMove: ["text moved", "texte déplacé", "texto movido", "نُقل النص", "文本已移动"],
  didSwap: ["swapped", "permuté", "permutada", "بُدّل", "已互换"],
  didCorrect: ["corrected", "corrigé", "corregida", "صُحّح", "已更正"],
  didReplace: ["replaced", "remplacé", "reemplazado", "استُبدل", "已替换"],
  didNote: ["note saved", "note enregistrée", "nota guardada", "حُفظت الملاحظة", "备注已保存"],
  didRealign: ["realigned", "réaligné", "realineado", "أُعيدت المحاذاة", "已重新对齐"],
  didUndo: ["Undone: {what}.", "Annulé : {what}.", "Deshecho: {what}.", "تم التراجع: {what}.", "已撤销：{what}。"],
  didRedo: ["Redone: {what}.", "Rétabli : {what}.", "Rehecho: {what}.", "تمت الإعادة: {what}.", "已重做：{what}。"],
  found: ["{n} rows: {filter}", "{n} lignes : {filter}", "{n} filas: {filter}", "{n} صفوف: {filter}", "{n} 行：{filter}"],
  nothingBelow: ["Nothing below: {filter}.", "Rien plus bas : {filter}.", "Nada más abajo: {filter}.", "لا شيء في الأسفل: {filter}.", "下方没有：{filter}。"],
  nothingAbove: ["Nothing above: {filter}.", "Rien plus haut : {filter}.", "Nada más arriba: {filter}.", "لا شيء في الأعلى: {filter}.", "上方没有：{filter}。"],
  aligning: ["Aligning … {n} %. Esc stops it.", "Alignement … {n} %. Échap pour arrêter.", "Alineando… {n} %. Esc para detener.", "جارٍ المحاذاة … {n}٪. Esc للإيقاف.", "正在对齐……{n}%。按 Esc 停止。"],
  stopped: ["Stopped; nothing has changed.", "Arrêté ; rien n’a changé.", "Detenido; nada ha cambiado.", "أُوقف؛ لم يتغير شيء.", "已停止；没有变化。"],
  elsewhere: ["The review was changed in another window. This is its new state.", "La révision a été modifiée dans une autre fenêtre. Voici son nouvel état.", "La revisión se modificó en otra ventana. Este es su nuevo estado.", "عُدّلت المراجعة في نافذة أخرى. هذه حالتها الجديدة.", "审校已在另一窗口中更改。这是最新状态。"],
  lost: ["No connection to bitext review. Everything up to your last action is saved. Start it again with the same command; this page will reconnect, or open the address that it prints.", "Pas de connexion à bitext review. Tout est enregistré jusqu’à votre dernière action. Relancez la même commande ; cette page se reconnectera, ou ouvrez l’adresse affichée.", "Sin conexión con bitext review. Todo está guardado hasta su última acción. Inícielo de nuevo con la misma orden; esta página se reconectará, o abra la dirección que muestra.", "لا يوجد اتصال ببرنامج bitext review. كل شيء محفوظ حتى آخر إجراء. شغّله مجدداً بالأمر نفسه؛ ستعيد هذه الصفحة الاتصال، أو افتح العنوان الذي يعرضه.", "与 bitext review 的连接已断开。直到上一个操作的内容均已保存。请用同一命令重新启动；本页会自动重新连接，或打开其显示的地址。"],
  again: ["Connected again.", "Connexion rétablie.", "Conectado de nuevo.", "عاد الاتصال.", "已重新连接。"],
  selected: ["{n} rows selected", "{n} lignes sélectionnées", "{n} filas seleccionadas", "{n} صفوف محددة", "已选择 {n} 行"],
  picked: ["Picked up row {n}, {language}. Go to the row that it belongs to and press v.", "Ligne {n}, {language}, prise. Allez à la ligne correspondante et appuyez sur v.", "Fila {n}, {language}, tomada. Vaya a la fila que le corresponde y pulse v.", "التُقط الصف {n}، {language}. انتقل إلى الصف المقابل واضغط v.", "已拾取第 {n} 行（{language}）。转到目标行并按 v。"],
  dropped: ["Put back.", "Reposé.", "Devuelta.", "أُعيدت.", "已放回。"],
  was: ["was: {text}", "avant : {text}", "antes: {text}", "كان: {text}", "原文：{text}"],
  added: ["added by hand", "ajouté à la main", "añadido a mano", "أضيف يدوياً", "手动添加"],
  boundaries: ["boundaries {n} %", "limites {n} %", "límites {n} %", "الحدود {n}٪", "边界 {n}%"],
  translation: ["translation {n} %", "traduction {n} %", "traducción {n} %", "الترجمة {n}٪", "译文 {n}%"],
  noReasons: ["Nothing is known about this row.", "Rien n’est connu de cette ligne.", "No se sabe nada de esta fila.", "لا معلومات عن هذا الصف.", "没有关于该行的信息。"],
  onlyIn: ["{text} only in {language}", "{text} seulement en {language}", "{text} solo en {language}", "{text} في {language} فقط", "{text} 仅见于{language}"],
  longIn: ["unusually long in {language}", "anormalement long en {language}", "inusualmente largo en {language}", "طويل على غير المعتاد في {language}", "{language}异常长"],
  of: ["{what}: {text}", "{what} : {text}", "{what}: {text}", "{what}: {text}", "{what}：{text}"],
  paragraph: ["paragraph {n}", "paragraphe {n}", "párrafo {n}", "الفقرة {n}", "第 {n} 段"],
  line: ["line {n}", "ligne {n}", "línea {n}", "السطر {n}", "第 {n} 行"],
  lines: ["lines {n}", "lignes {n}", "líneas {n}", "الأسطر {n}", "第 {n} 行"],

  // What a check found, by its kind.
  "check-number": ["another number", "nombre différent", "número distinto", "رقم مختلف", "数字不一致"],
  "check-date": ["another date", "date différente", "fecha distinta", "تاريخ مختلف", "日期不一致"],
  "check-year": ["another year", "année différente", "año distinto", "سنة مختلفة", "年份不一致"],
  "check-list-number": ["another list number", "numéro de liste différent", "numeración de lista distinta", "ترقيم قائمة مختلف", "列表编号不一致"],
  "check-country": ["another country", "pays différent", "país distinto", "بلد مختلف", "国名不一致"],
  "check-language": ["another language is named", "autre langue citée", "se nombra otra lengua", "ذُكرت لغة أخرى", "语言名称不一致"],
  "check-quotation": ["another quotation", "citation différente", "cita distinta", "اقتباس مختلف", "引文不一致"],
  "check-address": ["another address", "adresse différente", "dirección distinta", "عنوان مختلف", "地址不一致"],
  "check-untranslated": ["not translated", "non traduit", "sin traducir", "غير مترجم", "未翻译"],
  "check-length": ["far too long for the other text", "bien trop long par rapport à l’autre texte", "demasiado largo respecto del otro texto", "أطول بكثير من النص المقابل", "与对应文本长度相差过大"],
  "check-placeholder": ["placeholders differ", "variables différentes", "marcadores distintos", "العناصر النائبة مختلفة", "占位符不一致"],
  "check-code": ["codes differ", "balises différentes", "etiquetas distintas", "الوسوم مختلفة", "标记不一致"],
  "check-end-mark": ["another mark at the end", "ponctuation finale différente", "puntuación final distinta", "علامة ختام مختلفة", "句末标点不一致"],
  "check-bracket": ["a bracket without its partner", "parenthèse sans correspondante", "paréntesis sin pareja", "قوس بلا مقابله", "括号不成对"],
  "check-quote-mark": ["a quotation mark without its partner", "guillemet sans correspondant", "comilla sin pareja", "علامة تنصيص بلا مقابلها", "引号不成对"],
  "check-doubled-word": ["a doubled word", "mot répété", "palabra repetida", "كلمة مكررة", "词语重复"],
  "check-space": ["doubled, missing or stray space", "espace double, manquante ou superflue", "espacio doble, ausente o sobrante", "مسافة مكررة أو ناقصة أو زائدة", "空格多余或缺失"],
  "check-capital": ["a capital at the beginning on one side only", "majuscule initiale d’un seul côté", "mayúscula inicial en un solo lado", "حرف كبير في البداية بجانب واحد فقط", "仅一侧句首大写"],
  "check-all-caps": ["capitals on one side only", "majuscules d’un seul côté", "mayúsculas en un solo lado", "أحرف كبيرة في جانب واحد فقط", "仅一侧全部大写"],
  "check-mixed-script": ["letters of two scripts in one word", "lettres de deux écritures dans un mot", "letras de dos escrituras en una palabra", "أحرف من كتابتين في كلمة واحدة", "一词混用两种文字"],
  "check-wrong-language": ["another language", "autre langue", "otro idioma", "لغة أخرى", "语言不符"],
  "check-forbidden-term": ["a forbidden term", "terme interdit", "término prohibido", "مصطلح محظور", "禁用术语"],
  "check-too-long": ["too many characters", "trop de caractères", "demasiados caracteres", "عدد المحارف أكثر من المسموح", "字符过多"],
  "check-term": ["a term of the glossary is not used", "terme du glossaire non employé", "no se usa un término del glosario", "مصطلح من المسرد غير مستعمل", "未使用术语表中的术语"],
  "check-inconsistent": ["translated differently in row {row}", "traduit autrement à la ligne {row}", "traducido de otra manera en la fila {row}", "مترجم بصيغة أخرى في الصف {row}", "第 {row} 行译法不同"],

  onlyOne: ["it is in one language only", "elle n’est que dans une langue", "está en un solo idioma", "هو بلغة واحدة فقط", "只有一种语言"],

  // Editing in the row.
  editHint: ["Enter saves · Shift+Enter starts a new sentence · Esc cancels", "Entrée enregistre · Maj+Entrée commence une phrase · Échap annule", "Intro guarda · Mayús+Intro empieza otra frase · Esc cancela", "Enter للحفظ · Shift+Enter لبدء جملة جديدة · Esc للإلغاء", "Enter 保存 · Shift+Enter 新句子 · Esc 取消"],
  editCodes: ["keep or remove ⟦…⟧ as a whole", "gardez ou supprimez ⟦…⟧ en entier", "conserve o quite ⟦…⟧ entero", "أبقِ ⟦…⟧ كاملاً أو احذفه", "⟦…⟧ 请整体保留或删除"],
  editName: ["{language} of row {n}", "{language}, ligne {n}", "{language}, fila {n}", "{language}، الصف {n}", "第 {n} 行，{language}"],
  conflict: ["The review was changed in another window meanwhile. Save again if your text still fits this row.", "La révision a été modifiée entre-temps. Enregistrez de nouveau si le texte convient encore.", "La revisión se modificó entretanto. Guarde de nuevo si el texto aún corresponde.", "عُدّلت المراجعة في هذه الأثناء. احفظ مجدداً إن كان النص ما زال مناسباً.", "审校已在其间更改。若文本仍适用，请再次保存。"],

  // Dialogs.
  close: ["Close", "Fermer", "Cerrar", "إغلاق", "关闭"],
  cancel: ["Cancel", "Annuler", "Cancelar", "إلغاء", "取消"],
  save: ["Save", "Enregistrer", "Guardar", "حفظ", "保存"],
  noteTitle: ["Note on row {n}", "Note sur la ligne {n}", "Nota sobre la fila {n}", "ملاحظة على الصف {n}", "第 {n} 行的备注"],
  noteHint: ["The note is exported with its unit.", "La note est exportée avec son unité.", "La nota se exporta con su unidad.", "تُصدَّر الملاحظة مع وحدتها.", "备注会随单元导出。"],
  sureHint: ["Rows that are checked, have no finding, and whose confidences are at least:", "Lignes contrôlées, sans constat, dont les indices de confiance sont au moins :", "Filas comprobadas, sin hallazgos, con una confianza de al menos:", "صفوف مفحوصة بلا ملاحظات ولا تقل درجات ثقتها عن:", "已检查、无问题且置信度不低于："],
  sureButton: ["Approve {n} rows", "Approuver {n} lignes", "Aprobar {n} filas", "اعتماد {n} صفوف", "批准 {n} 行"],
  findLabel: ["Find", "Rechercher", "Buscar", "البحث عن", "查找"],
  withLabel: ["Replace with", "Remplacer par", "Reemplazar por", "استبدال بـ", "替换为"],
  caseLabel: ["Match case", "Respecter la casse", "Distinguir mayúsculas", "مطابقة حالة الأحرف", "区分大小写"],
  wordsLabel: ["Whole words", "Mots entiers", "Palabras completas", "كلمات كاملة", "全字匹配"],
  regexpLabel: ["Regular expression", "Expression régulière", "Expresión regular", "تعبير نمطي", "正则表达式"],
  columnLabel: ["In", "Dans", "En", "في", "范围"],
  allColumns: ["all languages", "toutes les langues", "todos los idiomas", "كل اللغات", "所有语言"],
  shownOnly: ["Only the rows that the filter shows", "Seulement les lignes affichées par le filtre", "Solo las filas que muestra el filtro", "الصفوف التي يعرضها المرشح فقط", "仅限筛选显示的行"],
  replaceCount: ["{n} places in {rows} rows", "{n} endroits dans {rows} lignes", "{n} lugares en {rows} filas", "{n} موضعاً في {rows} صفوف", "{rows} 行中共 {n} 处"],
  replaceAll: ["Replace all", "Tout remplacer", "Reemplazar todo", "استبدال الكل", "全部替换"],
  goTitle: ["Go to row", "Aller à la ligne", "Ir a la fila", "الانتقال إلى صف", "转到行"],
  go: ["Go", "Aller", "Ir", "انتقال", "转到"],
  exportRows: ["Rows", "Lignes", "Filas", "الصفوف", "行"],
  exportFormat: ["Format", "Format", "Formato", "الصيغة", "格式"],
  exportApproved: ["Approved ({n})", "Approuvées ({n})", "Aprobadas ({n})", "المعتمدة ({n})", "已批准（{n}）"],
  exportSure: ["Approved and sure ({n})", "Approuvées et sûres ({n})", "Aprobadas y seguras ({n})", "المعتمدة والمؤكدة ({n})", "已批准及可靠（{n}）"],
  exportAll: ["All but rejected and unlikely ({n})", "Toutes sauf rejetées et improbables ({n})", "Todas menos rechazadas e improbables ({n})", "الكل ما عدا المرفوضة وغير المرجّحة ({n})", "除已拒绝和不大可能的以外全部（{n}）"],
  exportChanges: ["Report of changes", "Rapport des modifications", "Informe de cambios", "تقرير التغييرات", "更改报告"],
  exportHint: ["Rows with text in one language only are in no translation memory.", "Les lignes dans une seule langue ne sont dans aucune mémoire.", "Las filas en un solo idioma no entran en ninguna memoria.", "الصفوف بلغة واحدة لا تدخل أي ذاكرة ترجمة.", "只有一种语言的行不会进入翻译记忆库。"],
  download: ["Download", "Télécharger", "Descargar", "تنزيل", "下载"],
  letters: ["Single letters are keys", "Les lettres seules sont des raccourcis", "Las letras sueltas son atajos", "الأحرف المفردة اختصارات", "单字母快捷键"],
  helpSaved: ["Everything you do is saved at once in {journal}. You may close this page, and end bitext review, at any time.", "Tout est enregistré aussitôt dans {journal}. Vous pouvez fermer cette page et quitter bitext review à tout moment.", "Todo se guarda al instante en {journal}. Puede cerrar esta página y terminar bitext review en cualquier momento.", "يُحفظ كل شيء فوراً في {journal}. يمكنك إغلاق هذه الصفحة وإنهاء bitext review في أي وقت.", "所有操作都会立即保存到 {journal}。您可以随时关闭本页并结束 bitext review。"],

  // The keys of the help.
  keysGo: ["Go", "Se déplacer", "Moverse", "التنقل", "移动"],
  keysFix: ["Fix", "Corriger", "Corregir", "الإصلاح", "修正"],
  keysMany: ["Many rows", "Plusieurs lignes", "Varias filas", "صفوف كثيرة", "多行"],
  keyRows: ["next, previous row", "ligne suivante, précédente", "fila siguiente, anterior", "الصف التالي، السابق", "下一行、上一行"],
  keySentences: ["next, previous sentence", "phrase suivante, précédente", "frase siguiente, anterior", "الجملة التالية، السابقة", "下一句、上一句"],
  keyCaret: ["move the caret by a word", "déplacer le curseur d’un mot", "mover el cursor una palabra", "تحريك المؤشر كلمة", "光标移动一个词"],
  keyNext: ["next, previous row that needs attention", "ligne à vérifier suivante, précédente", "fila por revisar siguiente, anterior", "الصف التالي، السابق للمراجعة", "下一处、上一处待检查"],
  keyKinds: ["next of a kind: doubtful, no counterpart, numbers, names, other; Alt: previous", "suivant d’un type : douteux, sans équivalent, nombres, noms, autres ; Alt : précédent", "siguiente de un tipo: dudosas, sin equivalente, números, nombres, otros; Alt: anterior", "التالي من نوع: مشكوك فيه، بلا مقابل، أرقام، أسماء، أخرى؛ Alt للسابق", "同类下一处：存疑、无对应、数字、专名、其他；Alt：上一处"],
  keyEnds: ["first, last row", "première, dernière ligne", "primera, última fila", "الصف الأول، الأخير", "首行、末行"],
  keyGo: ["go to a row by its number", "aller à une ligne par son numéro", "ir a una fila por su número", "الانتقال إلى صف برقمه", "按编号转到行"],
  keySearch: ["search; filters", "rechercher ; filtres", "buscar; filtros", "بحث؛ مرشحات", "搜索；筛选"],
  keyApprove: ["approve and go on; again: take it back", "approuver et continuer ; de nouveau : retirer", "aprobar y seguir; otra vez: quitar", "اعتماد ومتابعة؛ مرة أخرى: تراجع", "批准并继续；再按取消"],
  keyReject: ["not a translation, and go on; again: take it back", "pas une traduction, et continuer ; de nouveau : retirer", "no es traducción, y seguir; otra vez: quitar", "ليس ترجمة ومتابعة؛ مرة أخرى: تراجع", "非译文并继续；再按取消"],
  keyMerge: ["merge with the row below, above", "fusionner avec la ligne du dessous, du dessus", "unir con la fila de abajo, de arriba", "دمج مع الصف الأسفل، الأعلى", "与下一行、上一行合并"],
  keySplit: ["split at the caret, or before the sentence; S: this side only", "scinder au curseur, ou avant la phrase ; S : ce côté seulement", "dividir en el cursor, o antes de la frase; S: solo este lado", "تقسيم عند المؤشر أو قبل الجملة؛ S: هذا الجانب فقط", "在光标处或句前拆分；S：仅此侧"],
  keyMove: ["move the sentence, or its part up to or after the caret, to the row above, below", "déplacer la phrase, ou sa partie avant ou après le curseur, vers la ligne du dessus, du dessous", "mover la frase, o su parte anterior o posterior al cursor, a la fila de arriba, de abajo", "نقل الجملة أو جزئها قبل المؤشر أو بعده إلى الصف الأعلى، الأسفل", "将句子或光标前／后的部分移到上一行、下一行"],
  keySwap: ["swap the cell with the one below, above", "permuter la cellule avec celle du dessous, du dessus", "permutar la celda con la de abajo, de arriba", "تبديل الخلية مع التي تحتها، فوقها", "与下方、上方单元格互换"],
  keyPair: ["pick up a cell, and pair it with another row", "prendre une cellule et l’apparier à une autre ligne", "tomar una celda y emparejarla con otra fila", "التقاط خلية وإقرانها بصف آخر", "拾取单元格并与另一行配对"],
  keyEdit: ["edit the text", "modifier le texte", "editar el texto", "تحرير النص", "编辑文本"],
  keyUndo: ["undo, redo; unlimited", "annuler, rétablir ; sans limite", "deshacer, rehacer; sin límite", "تراجع، إعادة؛ بلا حد", "撤销、重做；不限次数"],
  keySelect: ["select rows; also Shift+click, or a click on a number", "sélectionner des lignes ; aussi Maj+clic, ou clic sur un numéro", "seleccionar filas; también Mayús+clic, o clic en un número", "تحديد صفوف؛ أيضاً Shift+نقرة أو نقرة على رقم", "选择多行；也可 Shift+单击或单击行号"],
  keySelectAll: ["select all that the filter shows; Esc: none", "sélectionner tout ce qu’affiche le filtre ; Échap : rien", "seleccionar todo lo que muestra el filtro; Esc: nada", "تحديد كل ما يعرضه المرشح؛ Esc: لا شيء", "选择筛选出的全部；Esc：取消"],
};

let index = 0;
export let language = "en";

// choose sets the language of the page: the one that was chosen before, or that of the browser.
export function chooseLanguage(wanted) {
  const list = [wanted, ...(navigator.languages ?? [])].filter(Boolean).map((l) => l.toLowerCase().split("-")[0]);
  language = list.find((l) => l in languages) ?? "en";
  index = order.indexOf(language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

// t returns a text of the page.
export function t(key, values = {}) {
  const text = table[key]?.[index] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? (typeof values[name] === "number" ? grouped(values[name]) : values[name]) : whole));
}

// grouped returns a number with its thousands parted.
export const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, language === "fr" || language === "es" ? "\u202f" : ",");

// dress fills in the texts that the page has from the beginning.
export function dress(root = document) {
  for (const e of root.querySelectorAll("[data-t]")) e.textContent = t(e.dataset.t);
  for (const e of root.querySelectorAll("[data-title]")) e.title = t(e.dataset.title);
  for (const e of root.querySelectorAll("[data-label]")) e.setAttribute("aria-label", t(e.dataset.label));
  for (const e of root.querySelectorAll("[data-placeholder]")) e.placeholder = t(e.dataset.placeholder);
}
