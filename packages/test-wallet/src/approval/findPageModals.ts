/** The page's open modal dialogs, which make everything outside them inert. Shadow roots are not searched. */
export function findPageModals(host: HTMLElement): readonly Element[] {
  return [...document.querySelectorAll('dialog:modal')].filter((modal) => !modal.contains(host))
}
