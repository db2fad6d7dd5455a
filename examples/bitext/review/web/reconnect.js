// A page whose server has ended finds the server of the next run of the same review. Each run has a secret address of its own, on
// the same port if that is free, so that the pages of all runs are of one origin and the page of a new run can tell its
// address to the others. Pages of other programs may have had that origin too: the address is encrypted with the key of the
// review, which its journal holds and which is in no request. Nothing of it is stored by the browser.

const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

// reconnect lets the page follow a new run while lost() is true.
export async function reconnect(lost) {
  const secret = document.body.dataset.key;
  if (!secret || !globalThis.BroadcastChannel || !globalThis.crypto?.subtle) return;
  const key = await crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]);
  const channel = new BroadcastChannel("bitext review");
  const tell = async () => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const path = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(location.pathname));
    channel.postMessage({ iv, path });
  };
  channel.addEventListener("message", async ({ data }) => {
    if (data === "lost") return lost() || tell();
    if (!lost()) return;
    try {
      const path = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: data.iv }, key, data.path));
      if (path !== location.pathname && /^\/[\w-]+\/(job\/\d+\/)?$/.test(path)) location.replace(path);
    } catch { /* it is of another review */ }
  });
  tell();
  setInterval(() => lost() && channel.postMessage("lost"), 2000); // a page that has lost its server asks
}
