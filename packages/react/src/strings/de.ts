import type { Strings } from './Strings.ts'

const misconfigured =
  'Diese Seite ist falsch eingerichtet. Ihre Macher können das beheben; es wurde nichts gesendet.'
const nothingSigned = 'Du hast die Anfrage geschlossen. Es wurde nichts signiert.'

/** German. */
export const de: Strings = {
  signIn: 'Anmelden',
  connect: 'Wallet verbinden',
  restoring: 'Deine Sitzung wird gesucht…',
  connecting: 'Verbinden…',
  confirm: 'In {wallet} bestätigen…',
  signingIn: 'Anmeldung läuft…',
  nothingSigned,
  notLoaded:
    'Ein Teil dieser Seite wurde nicht geladen. Versuche es noch einmal, oder lade die Seite neu.',
  signedInAs: 'Angemeldet als {account}',
  accountMenu: 'Konto {account}',
  chooseWallet: 'Wallet wählen',
  walletCount: { one: '{count} Wallet', other: '{count} Wallets' },
  recent: 'Zuletzt benutzt',
  installed: 'Installiert',
  close: 'Schließen',
  back: 'Zurück',
  noWallet: 'In diesem Browser ist noch keine Wallet',
  noWalletHint:
    'Eine Wallet ist eine App, die deine Schlüssel aufbewahrt und für dich signiert. Füge eine hinzu und komm auf diese Seite zurück.',
  getWallet: 'Wallet finden',
  newToWallets: 'Neu bei Wallets?',
  connectTitle: '{wallet} öffnen',
  connectHint: 'Erlaube dieser Seite, dein Konto zu sehen.',
  scanTitle: 'Mit dem Handy scannen',
  scanHint: 'Öffne eine Wallet auf deinem Handy und scanne diesen Code.',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  readyTitle: '{wallet} ist verbunden',
  readyHint:
    'Noch ein Schritt: Signiere eine Nachricht, um zu zeigen, dass das Konto dir gehört. Das kostet nichts.',
  sign: 'Mit {wallet} anmelden',
  confirmTitle: 'In {wallet} bestätigen',
  confirmHint:
    'Signiere die Nachricht, um zu zeigen, dass das Konto dir gehört. Das kostet nichts.',
  message: 'Was du signierst',
  slowHint: 'Nichts zu sehen? Öffne {wallet} selbst. Das Fenster liegt vielleicht hinter diesem.',
  cancel: 'Abbrechen',
  exchangingTitle: 'Anmeldung läuft',
  exchangingHint: 'Deine Signatur wird geprüft.',
  retryIn: 'Neuer Versuch in {time}.',
  failedTitle: 'Nicht angemeldet',
  tryAgain: 'Erneut versuchen',
  anotherWallet: 'Andere Wallet benutzen',
  details: 'Einzelheiten',
  reference: 'Kennung: {id}',
  signedIn: 'Angemeldet',
  renewsItself: 'Erneuert sich selbst',
  renewalLate: 'Konnte noch nicht erneuert werden. Gültig bis {time}.',
  atProvider: 'bei {provider}',
  walletConnected: 'Wallet verbunden',
  copyAddress: 'Adresse kopieren',
  signOut: 'Abmelden',
  disconnect: 'Trennen',
  errors: {
    'wallet/not-found':
      'Diese Wallet ist nicht in diesem Browser. Installiere sie oder benutze eine andere.',
    'wallet/not-connected': 'Die Wallet ist nicht verbunden. Verbinde sie neu.',
    'wallet/not-authorized':
      'Die Wallet lässt diese Seite das Konto nicht benutzen. Verbinde sie neu.',
    'wallet/request-pending': 'In der Wallet ist schon eine Anfrage offen. Suche ihr Fenster.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Ein anderes als das gezeigte Konto hat signiert. Wähle das richtige in deiner Wallet und versuche es erneut.',
    'wallet/account-changed': 'Das Konto hat inzwischen gewechselt. Melde dich mit dem neuen an.',
    'wallet/cannot-sign': 'Diese Wallet kann keine Nachrichten signieren. Benutze eine andere.',
    'wallet/failed': 'Die Wallet konnte es nicht. Öffne sie und versuche es erneut.',
    'sign-in/cancelled': 'Abgebrochen. Es wurde nichts gesendet.',
    'message/invalid':
      'Die Nachricht zum Signieren stimmt nicht, darum wurde deine Wallet nicht gefragt.',
    'provider/signature-refused':
      'Die Signatur wurde nicht angenommen. Versuche es erneut oder benutze ein anderes Konto.',
    'provider/contract-signature':
      'Smart Accounts werden hier nicht angenommen. Benutze ein Konto mit eigenem Schlüssel.',
    'provider/message-expired':
      'Die signierte Nachricht ist zu alt. Prüfe die Uhr dieses Geräts und signiere neu.',
    'provider/refused': 'Der Dienst hat die Anmeldung abgelehnt.',
    'provider/bad-request':
      'Der Dienst konnte die Anfrage nicht lesen. Seine Betreiber sollten davon wissen.',
    'provider/throttled': 'Zu viele Versuche in kurzer Zeit. Warte einen Moment.',
    'provider/unavailable': 'Der Dienst ist ausgelastet.',
    'provider/unreadable':
      'Der Dienst gab eine unverständliche Antwort. Versuche es später erneut.',
    'provider/wrong-subject':
      'Der Dienst antwortete für ein anderes Konto. Seine Antwort wurde verworfen.',
    'network/failed': 'Das Netz brach ab, bevor der Dienst antwortete.',
    'network/timeout': 'Der Dienst brauchte zu lange für eine Antwort.',
    'network/offline': 'Du bist offline. Es geht weiter, sobald du zurück bist.',
    'session/signed-out': 'Du bist abgemeldet. Melde dich neu an.',
    'session/refresh-refused': 'Deine Sitzung ist zu Ende. Melde dich neu an.',
    'session/refresh-answer-lost': 'Deine Sitzung konnte nicht erneuert werden. Melde dich neu an.',
    'storage/failed':
      'Dieser Browser lässt die Sitzung nicht speichern. Erlaube Websitedaten und versuche es erneut.',
    'request/aborted': 'Die Anfrage wurde angehalten.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Diese Seite ist veraltet. Lade sie neu.',
    'internal/unexpected':
      'In dieser Seite ist etwas schiefgegangen. Es liegt nicht an dir. Versuche es noch einmal oder lade sie neu.',
  },
}
