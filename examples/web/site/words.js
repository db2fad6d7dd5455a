// The text of the page, in the languages of its interface: those of the review.
export const languages = { en: "English", fr: "Français", es: "Español", ar: "العربية", zh: "中文" };
const order = Object.keys(languages);
const table = {
  lead: ["Pair the sentences of a document with those of its translation, check them, and take the memory away. Nothing leaves this computer.", "Appariez les phrases d’un document avec celles de sa traduction, vérifiez-les et emportez la mémoire. Rien ne quitte cet ordinateur.", "Empareje las frases de un documento con las de su traducción, revíselas y llévese la memoria. Nada sale de este equipo.", "قابِل جمل مستند بجمل ترجمته وراجعها ثم خذ الذاكرة. لا شيء يغادر هذا الحاسوب.", "将文档的句子与其译文的句子配对、检查，并导出记忆库。任何内容都不会离开本机。"],
  drop: ["Drop a document and its translation here, or choose them", "Déposez ici un document et sa traduction, ou choisissez-les", "Suelte aquí un documento y su traducción, o elíjalos", "أفلت هنا مستنداً وترجمته أو اخترهما", "将文档及其译文拖到此处，或选择文件"],
  kinds: ["Or one document that holds both languages, or a memory (TMX). Word, OpenDocument, HTML, Markdown, subtitles, XLIFF and more; no PDF.", "Ou un seul document dans les deux langues, ou une mémoire (TMX). Word, OpenDocument, HTML, Markdown, sous-titres, XLIFF, etc. ; pas de PDF.", "O un solo documento en ambos idiomas, o una memoria (TMX). Word, OpenDocument, HTML, Markdown, subtítulos, XLIFF y más; no PDF.", "أو مستنداً واحداً باللغتين، أو ذاكرة ترجمة (TMX). Word وOpenDocument وHTML وMarkdown والترجمات المصاحبة وXLIFF وغيرها؛ لا PDF.", "也可以是包含两种语言的单个文档，或记忆库（TMX）。支持 Word、OpenDocument、HTML、Markdown、字幕、XLIFF 等；不支持 PDF。"],
  langs: ["Languages, in the order of the files, if they are not found:", "Langues, dans l’ordre des fichiers, si elles ne sont pas trouvées :", "Idiomas, en el orden de los archivos, si no se detectan:", "اللغات بترتيب الملفات إن لم تُكتشف:", "语言（按文件顺序，未能识别时填写）："],
  go: ["Align", "Aligner", "Alinear", "محاذاة", "对齐"],
  recent: ["Reviews on this computer", "Révisions sur cet ordinateur", "Revisiones en este equipo", "المراجعات على هذا الحاسوب", "本机上的审校"],
  remove: ["Remove", "Supprimer", "Eliminar", "حذف", "删除"],
  sure: ["Remove this review and its documents from this computer? This cannot be undone.", "Supprimer cette révision et ses documents de cet ordinateur ? C’est définitif.", "¿Eliminar esta revisión y sus documentos de este equipo? No se puede deshacer.", "أتريد حذف هذه المراجعة ومستنداتها من هذا الحاسوب؟ لا يمكن التراجع.", "要从本机删除此审校及其文档吗？此操作无法撤销。"],
  back: ["All reviews", "Toutes les révisions", "Todas las revisiones", "كل المراجعات", "全部审校"],
  save: ["Save the review", "Enregistrer la révision", "Guardar la revisión", "حفظ المراجعة", "保存审校"],
  language: ["Language of the interface", "Langue de l’interface", "Idioma de la interfaz", "لغة الواجهة", "界面语言"],
  working: ["The texts are being aligned.", "Les textes sont en cours d’alignement.", "Los textos se están alineando.", "جارٍ محاذاة النصوص.", "正在对齐文本。"],
  stop: ["Stop", "Arrêter", "Detener", "إيقاف", "停止"],
  elsewhere: ["This review is open in another window.", "Cette révision est ouverte dans une autre fenêtre.", "Esta revisión está abierta en otra ventana.", "هذه المراجعة مفتوحة في نافذة أخرى.", "此审校已在另一窗口中打开。"],
  full: ["The browser has no more space for this review. Remove others, or save them and remove them.", "Le navigateur n’a plus de place pour cette révision. Supprimez-en d’autres, après les avoir enregistrées.", "El navegador no tiene más espacio para esta revisión. Elimine otras, después de guardarlas.", "لا مساحة كافية في المتصفح لهذه المراجعة. احذف غيرها بعد حفظها.", "浏览器没有足够空间保存此审校。请先保存并删除其他审校。"],
  pdf: ["PDF cannot be read in the browser. Save the document as Word or text first, or use the program bitext.", "Le PDF ne peut pas être lu dans le navigateur. Enregistrez d’abord le document en Word ou en texte, ou utilisez le programme bitext.", "El PDF no se puede leer en el navegador. Guarde antes el documento como Word o texto, o use el programa bitext.", "لا يمكن قراءة PDF في المتصفح. احفظ المستند أولاً بصيغة Word أو نص، أو استخدم برنامج bitext.", "浏览器中无法读取 PDF。请先将文档另存为 Word 或文本，或使用 bitext 程序。"],
  incomplete: ["The site could not be loaded completely. Load the page again; if that does not help, tell the person who hosts it.", "Le site n’a pas pu être chargé en entier. Rechargez la page ; si cela ne suffit pas, prévenez la personne qui l’héberge.", "No se pudo cargar el sitio completo. Vuelva a cargar la página; si no basta, avise a quien lo aloja.", "تعذّر تحميل الموقع كاملاً. أعد تحميل الصفحة، وإن لم ينفع ذلك فأخبر من يستضيفه.", "网站未能完整加载。请重新加载页面；若仍无效，请告知网站的维护者。"],
  old: ["This browser is too old, or the page was not opened from a server: it needs service workers and private storage.", "Navigateur trop ancien, ou page non ouverte depuis un serveur : il faut des service workers et un stockage privé.", "Navegador demasiado antiguo, o página no abierta desde un servidor: hacen falta service workers y almacenamiento privado.", "المتصفح قديم أو لم تُفتح الصفحة من خادم: تحتاج إلى service workers وتخزين خاص.", "浏览器版本过旧，或页面不是从服务器打开：需要 service worker 和私有存储。"],
};

let index = 0;
export function speak(wanted) {
  const list = [wanted, ...(navigator.languages ?? [])].filter(Boolean).map((l) => l.toLowerCase().split("-")[0]);
  const language = list.find((l) => l in languages) ?? "en";
  index = order.indexOf(language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const e of document.querySelectorAll("[data-t]")) e.textContent = t(e.dataset.t);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", t(e.dataset.label));
  return language;
}
export const t = (key) => table[key]?.[index] ?? key;
