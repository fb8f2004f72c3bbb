const { transformSync } = require('esbuild')

/** A loader of webpack: it parses JavaScript only. */
module.exports = function stripTypes(code) {
  const { resourcePath } = this
  const loader = resourcePath.endsWith('x') ? 'tsx' : 'ts'
  return transformSync(code, { loader, target: 'es2022', jsx: 'automatic' }).code
}
