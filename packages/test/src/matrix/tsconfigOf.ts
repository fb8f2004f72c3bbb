/** Types that a bundler adds, such as those of an imported stylesheet. Parcel adds none. */
const added: Record<string, readonly string[]> = {
  parcel: [],
  astro: ['astro/client'],
  'react-router': ['vite/client', '@react-router/node'],
}

/** For an editor and `tsc --noEmit`: strict, and modules as bundlers resolve them. */
export function tsconfigOf(name: string): object {
  const types = added[name] ?? ['vite/client']
  return {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
      types,
      // A stylesheet has no types there.
      ...(types.length === 0 && { noUncheckedSideEffectImports: false }),
    },
    exclude: ['node_modules', 'dist', 'build'],
  }
}
