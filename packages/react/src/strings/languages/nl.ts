import type { Strings } from '../Strings.ts'

const misconfigured =
  'Inloggen is op deze site niet goed ingesteld. Er is niets verstuurd. Meld dit aan de beheerder van de site.'
const nothingSigned = 'Verzoek geannuleerd. Er is niets ondertekend.'

/** Dutch, with "je". */
export const nl: Strings = {
  signIn: 'Inloggen',
  connect: 'Wallet verbinden',
  connecting: 'Verbinden…',
  confirm: 'Bevestig in wallet…',
  signingIn: 'Bezig met inloggen…',
  nothingSigned,
  notLoaded:
    'Een deel van deze pagina is niet geladen. Probeer het opnieuw of laad de pagina opnieuw.',
  tryAgain: 'Opnieuw proberen',
  signedInAs: 'Ingelogd als {account}',
  connectedAs: 'Verbonden als {account}',
  accountMenu: 'Account {account}',
  helpOrCancel: 'Druk voor hulp of om te annuleren.',
  chooseWallet: 'Kies een wallet',
  walletCount: { one: '{count} wallet', other: '{count} wallets' },
  recent: 'Recent gebruikt',
  installed: 'Geïnstalleerd',
  close: 'Sluiten',
  back: 'Terug',
  noWallet: 'Geen wallet gevonden in deze browser',
  noWalletHint:
    'Een wallet is een app die je sleutels bewaart en voor je ondertekent. Voeg er een toe en kom terug naar deze pagina.',
  getWallet: 'Een wallet zoeken',
  newToWallets: 'Nog geen wallet?',
  browserWallet: 'Browserwallet',
  openWallet: 'Open je wallet',
  connectTitle: 'Open {wallet}',
  connectHint: 'Sta toe dat deze site je account ziet.',
  scanTitle: 'Scan met je telefoon',
  scanHint: 'Open een wallet op je telefoon en scan deze code.',
  scanHelp: 'Lukt het scannen niet? Kopieer de link en open die in je wallet-app.',
  copyLink: 'Link kopiëren',
  copied: 'Gekopieerd',
  copyFailed: 'Kopiëren is niet gelukt. Sta toegang tot het klembord toe en probeer het opnieuw.',
  readyTitle: '{wallet} is verbonden',
  readyHint:
    'Nog één stap: onderteken een bericht om te bewijzen dat het account van jou is. Het is gratis en er wordt geen transactie verstuurd.',
  sign: 'Inloggen met {wallet}',
  confirmTitle: 'Bevestig in {wallet}',
  confirmHint:
    'Onderteken het bericht om te bewijzen dat het account van jou is. Het is gratis en er wordt geen transactie verstuurd.',
  message: 'Te ondertekenen bericht',
  slowHint: 'Zie je het verzoek niet? Open {wallet}: het venster kan achter dit venster staan.',
  slowHintAny: 'Zie je het verzoek niet? Open je wallet: het venster kan achter dit venster staan.',
  phoneHelp: 'Zie je het verzoek niet? Open de wallet-app op je telefoon.',
  cancel: 'Annuleren',
  exchangingTitle: 'Bezig met inloggen',
  exchangingHint: 'Je handtekening wordt gecontroleerd.',
  retryIn: 'Nieuwe poging {when}.',
  failedTitle: 'Inloggen is niet gelukt',
  connectFailedTitle: 'Verbinden is niet gelukt',
  anotherWallet: 'Andere wallet gebruiken',
  details: 'Details',
  reference: 'Referentie: {id}',
  signedIn: 'Ingelogd',
  renewsItself: 'Wordt automatisch verlengd',
  renewalLate: 'Nog niet verlengd. Ingelogd tot {time}.',
  renewalOverdue: 'Nog niet verlengd. Er wordt nog geprobeerd.',
  atProvider: 'bij {provider}',
  walletConnected: 'Wallet verbonden',
  copyAddress: 'Adres kopiëren',
  signOut: 'Uitloggen',
  signedOut: 'Uitgelogd.',
  signedOutHere: 'Uitgelogd op dit apparaat.',
  signedOutElsewhere: 'Je bent uitgelogd in een ander tabblad.',
  accountChanged: 'Je bent uitgelogd: het account in je wallet is gewijzigd.',
  walletGone: 'Je bent uitgelogd: de verbinding met je wallet is verbroken.',
  disconnect: 'Verbinding verbreken',
  disconnected: 'Verbinding met wallet verbroken.',
  errors: {
    'wallet/not-found':
      'Deze wallet is niet geïnstalleerd in deze browser. Installeer die of gebruik een andere.',
    'wallet/not-connected': 'De wallet is niet verbonden. Verbind die opnieuw.',
    'wallet/not-authorized':
      'De wallet staat niet toe dat deze site het account gebruikt. Verbind die opnieuw.',
    'wallet/request-pending': 'Er staat al een verzoek open in je wallet. Zoek het venster ervan.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Er is met een ander account ondertekend. Kies in je wallet het account dat hier staat en probeer het opnieuw.',
    'wallet/account-changed': 'Het account in je wallet is gewijzigd. Log opnieuw in.',
    'wallet/cannot-sign': 'Deze wallet kan geen berichten ondertekenen. Gebruik een andere.',
    'wallet/failed': 'Er ging iets mis in je wallet. Open die en probeer het opnieuw.',
    'sign-in/cancelled': 'Geannuleerd. Er is niets verstuurd.',
    'message/invalid':
      'Het inlogbericht is ongeldig en is daarom niet naar je wallet gestuurd. Meld dit aan de beheerder van de site.',
    'provider/signature-refused':
      'De handtekening is niet geaccepteerd. Probeer het opnieuw of gebruik een ander account.',
    'provider/contract-signature':
      'Smart accounts worden hier niet ondersteund. Gebruik een gewoon account.',
    'provider/message-expired':
      'Het ondertekende bericht is te oud. Controleer de klok van dit apparaat en onderteken opnieuw.',
    'provider/refused':
      'De dienst weigerde het inloggen. Probeer het opnieuw of gebruik een ander account.',
    'provider/bad-request':
      'De dienst kon het verzoek niet lezen. Meld dit aan de beheerder van de site.',
    'provider/throttled': 'Te veel pogingen. Wacht even.',
    'provider/unavailable': 'De dienst is overbelast. Probeer het zo opnieuw.',
    'provider/unreadable': 'De dienst gaf een onverwacht antwoord. Probeer het later opnieuw.',
    'provider/wrong-subject':
      'Het antwoord van de dienst was voor een ander account en is genegeerd. Probeer het opnieuw.',
    'network/failed': 'De verbinding is verbroken. Controleer je internetverbinding.',
    'network/timeout': 'De dienst doet er te lang over. Probeer het zo opnieuw.',
    'network/offline': 'Je bent offline. We gaan verder zodra je weer online bent.',
    'session/signed-out': 'Je bent uitgelogd. Log opnieuw in.',
    'session/refresh-refused': 'Je sessie is verlopen. Log opnieuw in.',
    'session/refresh-answer-lost': 'Je sessie kon niet worden verlengd. Log opnieuw in.',
    'storage/failed':
      'Deze browser staat niet toe dat je sessie wordt bewaard. Sta sitegegevens toe en probeer het opnieuw.',
    'browser/unsupported': 'Deze browser is te oud. Werk hem bij of gebruik een andere.',
    'request/aborted': 'Het verzoek is gestopt. Probeer het opnieuw.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Deze pagina is verouderd. Laad die opnieuw.',
    'internal/unexpected':
      'Er ging iets mis op deze pagina. Dat ligt niet aan jou. Probeer het opnieuw of laad de pagina opnieuw.',
  },
}
