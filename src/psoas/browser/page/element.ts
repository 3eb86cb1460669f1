/** Elements made by hand, with their words. */

export function button(name: string, act: () => void, kind = ""): HTMLButtonElement {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: name, className: kind });
  made.addEventListener("click", act);
  return made;
}

export function paragraph(words: string): HTMLParagraphElement {
  return Object.assign(document.createElement("p"), { textContent: words });
}
