import type { ErrorPart } from './walkError.ts'

/** "Limit exceeded" (EIP-1474): never a user's decision, whatever the text says. */
const machineCodes = new Set(['-32005', '429'])

const deed =
  'reject|den(?:y|ied)|declin|cancel|clos(?:e|ed|ing)\\b|dismiss|refus|abort|disapprov|not (?:been )?(?:approv|confirm|accept)|拒绝|拒絕|取消|拒否|キャンセル|거부|거절|취소|rechaz|rejeit|recus|annul|abgelehnt|abgebrochen|отклон|отмен'
const anyDeed = new RegExp(deed, 'i')
const byPerson = new RegExp(
  `\\b(?:user|person|you)\\b[^.:;]{0,24}?(?:${deed})|(?:${deed})\\w*\\s+(?:by|from)\\s+(?:the\\s+)?(?:user|person|you)\\b|用户|用戶`,
  'i',
)
/** Said of nobody but a user: also how browsers call a closed passkey prompt (WebAuthn), and a text that quotes EIP-1193's code. */
const certain =
  /\b(?:user|person|you)\b[^.:;]{0,24}?(?:exited|left|abandon)|^Not Allowed Error$|\b(?:code|error)\b\W{0,3}4001\b/i
/** Machines that reject, deny, cancel or close. */
const machine =
  /rate.?limit|limit|too many|throttl|quota|exceed|tim(?:e|ed)[ -]?out|expired|network|\brpc\b|\bnode\b|socket|transport|server|upstream|gateway|relay|connection|channel|\bport\b|stream|internal error|invalid|unsupported|not supported|unknown method|unauthori[sz]ed|forbidden|polic(?:y|ies)|allow.?list|nonce|insufficient|underpriced/i

/** Whether the texts say that the user closed or refused the request. */
export function isRefusal({ codes, texts }: ErrorPart): boolean {
  const isMachine = codes.some((code) => machineCodes.has(code))
  return texts.some((text) => {
    if (certain.test(text)) return true
    if (!anyDeed.test(text)) return false
    return byPerson.test(text) || !(machine.test(text) || isMachine)
  })
}
