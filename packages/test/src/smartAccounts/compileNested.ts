import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Hex } from 'viem'

const require = createRequire(import.meta.url)

const source = `
pragma solidity ^0.8.4;
import {ERC1271} from "solady/src/accounts/ERC1271.sol";

contract NestedAccount is ERC1271 {
  address immutable owner;
  constructor(address given) { owner = given; }
  function _erc1271Signer() internal view override returns (address) { return owner; }
  function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
    return ("NestedAccount", "1");
  }
}`

/** Compiles a contract account with the signatures of ERC-7739, as Solady implements them. */
export function compileNested(): Hex {
  const solc = require('solc') as {
    compile: (input: string, callbacks: object) => string
  }
  const root = join(require.resolve('solady/package.json'), '../..')
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources: { 'NestedAccount.sol': { content: source } },
        settings: { outputSelection: { '*': { NestedAccount: ['evm.bytecode.object'] } } },
      }),
      { import: (path: string) => ({ contents: readFileSync(join(root, path), 'utf8') }) },
    ),
  ) as {
    errors?: { severity: string; formattedMessage: string }[]
    contracts?: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>
  }
  const compiled = output.contracts?.['NestedAccount.sol']?.['NestedAccount']
  if (!compiled) throw new Error(output.errors?.map((one) => one.formattedMessage).join('\n'))
  return `0x${compiled.evm.bytecode.object}`
}
