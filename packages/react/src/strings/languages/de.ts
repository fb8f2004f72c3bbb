import type { Strings } from '../Strings.ts'

const misconfigured =
  'Die Anmeldung ist auf dieser Website falsch eingerichtet. Es wurde nichts gesendet. Bitte melde es den Betreibern.'
const nothingSigned = 'Anfrage abgebrochen. Es wurde nichts signiert.'

/** German, with "du". */
export const de: Strings = {
  signIn: 'Anmelden',
  connect: 'Wallet verbinden',
  connecting: 'Verbinden…',
  confirm: 'In Wallet bestätigen…',
  signingIn: 'Anmeldung läuft…',
  nothingSigned,
  notLoaded:
    'Ein Teil dieser Seite wurde nicht geladen. Versuche es noch einmal, oder lade die Seite neu.',
  tryAgain: 'Erneut versuchen',
  signedInAs: 'Angemeldet als {account}',
  connectedAs: 'Verbunden als {account}',
  accountMenu: 'Konto {account}',
  helpOrCancel: 'Drücken für Hilfe oder zum Abbrechen.',
  chooseWallet: 'Wallet wählen',
  walletCount: { one: '{count} Wallet', other: '{count} Wallets' },
  recent: 'Zuletzt benutzt',
  installed: 'Installiert',
  close: 'Schließen',
  back: 'Zurück',
  noWallet: 'Keine Wallet in diesem Browser gefunden',
  noWalletHint:
    'Eine Wallet ist eine App, die deine Schlüssel aufbewahrt und für dich signiert. Füge eine hinzu und komm auf diese Seite zurück.',
  getWallet: 'Wallet finden',
  newToWallets: 'Noch keine Wallet?',
  browserWallet: 'Browser-Wallet',
  openWallet: 'Wallet öffnen',
  connectTitle: '{wallet} öffnen',
  connectHint: 'Erlaube dieser Website, dein Konto zu sehen.',
  scanTitle: 'Mit dem Handy scannen',
  scanHint: 'Öffne eine Wallet auf deinem Handy und scanne diesen Code.',
  scanHelp:
    'Lässt sich der Code nicht scannen? Kopiere den Link und öffne ihn in deiner Wallet-App.',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  copyFailed:
    'Kopieren nicht möglich. Erlaube den Zugriff auf die Zwischenablage und versuche es erneut.',
  readyTitle: '{wallet} ist verbunden',
  readyHint:
    'Noch ein Schritt: Signiere eine Nachricht, um zu bestätigen, dass das Konto dir gehört. Das ist kostenlos und löst keine Transaktion aus.',
  sign: 'Mit {wallet} anmelden',
  confirmTitle: 'In {wallet} bestätigen',
  confirmHint:
    'Signiere die Nachricht, um zu bestätigen, dass das Konto dir gehört. Das ist kostenlos und löst keine Transaktion aus.',
  message: 'Zu signierende Nachricht',
  slowHint:
    'Siehst du die Anfrage nicht? Öffne {wallet}: Das Fenster liegt vielleicht hinter diesem.',
  slowHintAny:
    'Siehst du die Anfrage nicht? Öffne deine Wallet: Das Fenster liegt vielleicht hinter diesem.',
  phoneHelp: 'Siehst du die Anfrage nicht? Öffne die Wallet-App auf deinem Handy.',
  cancel: 'Abbrechen',
  exchangingTitle: 'Anmeldung läuft',
  exchangingHint: 'Deine Signatur wird geprüft.',
  retryIn: 'Neuer Versuch {when}.',
  failedTitle: 'Anmeldung fehlgeschlagen',
  connectFailedTitle: 'Verbindung fehlgeschlagen',
  anotherWallet: 'Andere Wallet benutzen',
  details: 'Details',
  reference: 'Referenz: {id}',
  signedIn: 'Angemeldet',
  renewsItself: 'Verlängert sich automatisch',
  renewalLate: 'Noch nicht verlängert. Angemeldet bis {time}.',
  renewalOverdue: 'Noch nicht verlängert. Es wird weiter versucht.',
  atProvider: 'bei {provider}',
  walletConnected: 'Wallet verbunden',
  copyAddress: 'Adresse kopieren',
  signOut: 'Abmelden',
  signedOut: 'Abgemeldet.',
  signedOutHere: 'Auf diesem Gerät abgemeldet.',
  signedOutElsewhere: 'Du hast dich in einem anderen Tab abgemeldet.',
  accountChanged: 'Du wurdest abgemeldet: Das Konto in deiner Wallet wurde gewechselt.',
  walletGone: 'Du wurdest abgemeldet: Deine Wallet wurde getrennt.',
  disconnect: 'Trennen',
  disconnected: 'Wallet getrennt.',
  errors: {
    'wallet/not-found':
      'Diese Wallet ist in diesem Browser nicht installiert. Installiere sie oder benutze eine andere.',
    'wallet/not-connected': 'Die Wallet ist nicht verbunden. Verbinde sie erneut.',
    'wallet/not-authorized':
      'Die Wallet erlaubt dieser Website den Zugriff auf das Konto nicht. Verbinde sie erneut.',
    'wallet/request-pending': 'In deiner Wallet ist schon eine Anfrage offen. Suche ihr Fenster.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Signiert wurde mit einem anderen Konto. Wähle in deiner Wallet das angezeigte und versuche es erneut.',
    'wallet/account-changed': 'Das Konto in deiner Wallet wurde gewechselt. Melde dich erneut an.',
    'wallet/cannot-sign': 'Diese Wallet kann keine Nachrichten signieren. Benutze eine andere.',
    'wallet/failed': 'In der Wallet ist etwas schiefgelaufen. Öffne sie und versuche es erneut.',
    'sign-in/cancelled': 'Abgebrochen. Es wurde nichts gesendet.',
    'message/invalid':
      'Die Nachricht zum Signieren ist ungültig. Es wurde nichts an deine Wallet geschickt. Bitte melde es den Betreibern.',
    'provider/signature-refused':
      'Die Signatur wurde nicht akzeptiert. Versuche es erneut oder benutze ein anderes Konto.',
    'provider/contract-signature':
      'Smart Accounts werden hier nicht unterstützt. Benutze ein gewöhnliches Konto.',
    'provider/message-expired':
      'Die signierte Nachricht ist zu alt. Prüfe die Uhr dieses Geräts und signiere erneut.',
    'provider/refused':
      'Der Dienst hat die Anmeldung abgelehnt. Versuche es erneut oder benutze ein anderes Konto.',
    'provider/bad-request':
      'Der Dienst konnte die Anfrage nicht lesen. Bitte melde es den Betreibern der Website.',
    'provider/throttled': 'Zu viele Versuche. Warte einen Moment.',
    'provider/unavailable': 'Der Dienst ist ausgelastet. Versuche es gleich noch einmal.',
    'provider/unreadable': 'Der Dienst hat unerwartet geantwortet. Versuche es später erneut.',
    'provider/wrong-subject':
      'Die Antwort des Dienstes galt einem anderen Konto und wurde verworfen. Versuche es erneut.',
    'network/failed': 'Die Verbindung brach ab. Prüfe deine Internetverbindung.',
    'network/timeout': 'Der Dienst braucht zu lange. Versuche es gleich noch einmal.',
    'network/offline': 'Du bist offline. Es geht weiter, sobald du wieder online bist.',
    'session/signed-out': 'Du bist abgemeldet. Melde dich erneut an.',
    'session/refresh-refused': 'Deine Sitzung ist abgelaufen. Melde dich erneut an.',
    'session/refresh-answer-lost':
      'Deine Sitzung konnte nicht verlängert werden. Melde dich erneut an.',
    'storage/failed':
      'Dieser Browser erlaubt es nicht, die Sitzung zu speichern. Erlaube Websitedaten und versuche es erneut.',
    'browser/unsupported': 'Dieser Browser ist zu alt. Aktualisiere ihn, oder nimm einen anderen.',
    'request/aborted': 'Die Anfrage wurde abgebrochen. Versuche es erneut.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Diese Seite ist veraltet. Lade sie neu.',
    'internal/unexpected':
      'Auf dieser Seite ist etwas schiefgelaufen. Es liegt nicht an dir. Versuche es erneut oder lade die Seite neu.',
  },
}
