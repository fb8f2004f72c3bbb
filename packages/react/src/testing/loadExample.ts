import * as jsxRuntime from 'react/jsx-runtime'
import type { ComponentType } from 'react'
import ts from 'typescript'
import * as wagmi from 'wagmi'
import * as kit from '../exports/index.ts'

const modules: Record<string, unknown> = {
  '@takokit/react': kit,
  'react/jsx-runtime': jsxRuntime,
  wagmi,
}

/** The first component that an example of our documents exports. */
export function loadExample(code: string): ComponentType<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, jsx: ts.JsxEmit.ReactJSX },
  })
  const exported: Record<string, ComponentType<Record<string, unknown>>> = {}
  // oxlint-disable-next-line typescript/no-implied-eval -- an example of our own documents
  new Function('require', 'exports', outputText)((name: string) => modules[name], exported)
  const [component] = Object.values(exported)
  if (!component) throw new Error('The example exports nothing.')
  return component
}
