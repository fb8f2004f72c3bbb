/** Folders and pages below `docs` that `writeReference` writes; none of them is committed. */
const generated =
  /(^|\/)docs\/(errors\/|packages\/|reference\/|concepts\/(where-tokens-rest|promises)\.|guides\/a-provider-of-your-own\.)/

export const isGenerated = (file: string) => generated.test(file.replaceAll('\\', '/'))
