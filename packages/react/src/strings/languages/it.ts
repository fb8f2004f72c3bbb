import type { Strings } from '../Strings.ts'

const misconfigured =
  'L’accesso non è configurato correttamente su questo sito. Non è stato inviato nulla. Avvisa l’assistenza del sito.'
const nothingSigned = 'Richiesta annullata. Non è stato firmato nulla.'

/** Italian, with "tu". */
export const it: Strings = {
  signIn: 'Accedi',
  connect: 'Connetti wallet',
  connecting: 'Connessione…',
  confirm: 'Conferma nel wallet…',
  signingIn: 'Accesso in corso…',
  nothingSigned,
  notLoaded: 'Una parte di questa pagina non si è caricata. Riprova o ricarica la pagina.',
  tryAgain: 'Riprova',
  signedInAs: 'Accesso eseguito come {account}',
  connectedAs: 'Connesso come {account}',
  accountMenu: 'Account {account}',
  helpOrCancel: 'Premi per ricevere aiuto o annullare.',
  chooseWallet: 'Scegli un wallet',
  walletCount: { one: '{count} wallet', other: '{count} wallet' },
  recent: 'Usato di recente',
  installed: 'Installato',
  close: 'Chiudi',
  back: 'Indietro',
  noWallet: 'Nessun wallet trovato in questo browser',
  noWalletHint:
    'Un wallet è un’app che custodisce le tue chiavi e firma per te. Aggiungine uno e torna su questa pagina.',
  getWallet: 'Trova un wallet',
  newToWallets: 'Non hai ancora un wallet?',
  browserWallet: 'Wallet del browser',
  openWallet: 'Apri il tuo wallet',
  connectTitle: 'Apri {wallet}',
  connectHint: 'Consenti a questo sito di vedere il tuo account.',
  scanTitle: 'Scansiona con il telefono',
  scanHint: 'Apri un wallet sul telefono e scansiona questo codice.',
  scanHelp: 'Non riesci a scansionare il codice? Copia il link e aprilo nel tuo wallet.',
  copyLink: 'Copia link',
  copied: 'Copiato',
  copyFailed: 'Impossibile copiare. Consenti l’accesso agli appunti e riprova.',
  readyTitle: '{wallet} è connesso',
  readyHint:
    'Ancora un passo: firma un messaggio per dimostrare che l’account è tuo. È gratis e non invia transazioni.',
  sign: 'Accedi con {wallet}',
  confirmTitle: 'Conferma in {wallet}',
  confirmHint:
    'Firma il messaggio per dimostrare che l’account è tuo. È gratis e non invia transazioni.',
  message: 'Messaggio da firmare',
  slowHint: 'Non vedi la richiesta? Apri {wallet}: la sua finestra potrebbe essere dietro questa.',
  slowHintAny:
    'Non vedi la richiesta? Apri il tuo wallet: la sua finestra potrebbe essere dietro questa.',
  phoneHelp: 'Non vedi la richiesta? Apri l’app del wallet sul telefono.',
  cancel: 'Annulla',
  exchangingTitle: 'Accesso in corso',
  exchangingHint: 'La tua firma è in fase di verifica.',
  retryIn: 'Nuovo tentativo {when}.',
  failedTitle: 'Accesso non riuscito',
  connectFailedTitle: 'Connessione non riuscita',
  anotherWallet: 'Usa un altro wallet',
  details: 'Dettagli',
  reference: 'Riferimento: {id}',
  signedIn: 'Accesso eseguito',
  renewsItself: 'Rinnovo automatico',
  renewalLate: 'Rinnovo non ancora riuscito. Sessione valida fino alle {time}.',
  renewalOverdue: 'Rinnovo non ancora riuscito. I tentativi continuano.',
  atProvider: 'su {provider}',
  walletConnected: 'Wallet connesso',
  copyAddress: 'Copia indirizzo',
  signOut: 'Esci',
  signedOut: 'Hai effettuato l’uscita.',
  signedOutHere: 'Sei uscito su questo dispositivo.',
  signedOutElsewhere: 'Sei uscito in un’altra scheda.',
  accountChanged: 'La sessione è stata chiusa: l’account nel wallet è cambiato.',
  walletGone: 'La sessione è stata chiusa: il wallet è stato disconnesso.',
  disconnect: 'Disconnetti',
  disconnected: 'Wallet disconnesso.',
  errors: {
    'wallet/not-found':
      'Questo wallet non è installato in questo browser. Installalo o usane un altro.',
    'wallet/not-connected': 'Il wallet non è connesso. Connettilo di nuovo.',
    'wallet/not-authorized':
      'Il wallet non consente a questo sito di usare l’account. Connettilo di nuovo.',
    'wallet/request-pending': 'Nel wallet c’è già una richiesta aperta. Cerca la sua finestra.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Ha firmato un account diverso. Nel wallet passa a quello mostrato qui e riprova.',
    'wallet/account-changed': 'L’account nel wallet è cambiato. Accedi di nuovo.',
    'wallet/cannot-sign': 'Questo wallet non può firmare messaggi. Usane un altro.',
    'wallet/failed': 'Qualcosa è andato storto nel wallet. Aprilo e riprova.',
    'sign-in/cancelled': 'Annullato. Non è stato inviato nulla.',
    'message/invalid':
      'Il messaggio da firmare non è valido, quindi non è stato inviato al wallet. Avvisa l’assistenza del sito.',
    'provider/signature-refused': 'La firma non è stata accettata. Riprova o usa un altro account.',
    'provider/contract-signature':
      'Gli smart account non sono supportati qui. Usa un account normale.',
    'provider/message-expired':
      'Il messaggio firmato è troppo vecchio. Controlla l’orologio del dispositivo e firma di nuovo.',
    'provider/refused': 'Il servizio ha rifiutato l’accesso. Riprova o usa un altro account.',
    'provider/bad-request':
      'Il servizio non è riuscito a leggere la richiesta. Avvisa l’assistenza del sito.',
    'provider/throttled': 'Troppi tentativi. Attendi un momento.',
    'provider/unavailable': 'Il servizio è sovraccarico. Riprova tra un momento.',
    'provider/unreadable': 'Il servizio ha inviato una risposta imprevista. Riprova più tardi.',
    'provider/wrong-subject':
      'La risposta del servizio riguardava un altro account ed è stata ignorata. Riprova.',
    'network/failed': 'La connessione si è interrotta. Controlla la connessione a internet.',
    'network/timeout': 'Il servizio sta impiegando troppo tempo. Riprova tra un momento.',
    'network/offline': 'Sei offline. Riprenderemo quando tornerai online.',
    'session/signed-out': 'Non hai effettuato l’accesso. Accedi di nuovo.',
    'session/refresh-refused': 'La tua sessione è terminata. Accedi di nuovo.',
    'session/refresh-answer-lost': 'Non è stato possibile rinnovare la sessione. Accedi di nuovo.',
    'storage/failed':
      'Questo browser non consente di salvare la sessione. Consenti i dati del sito e riprova.',
    'browser/unsupported': 'Questo browser è troppo vecchio. Aggiornalo o usane un altro.',
    'request/aborted': 'La richiesta è stata interrotta. Riprova.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Questa pagina non è aggiornata. Ricaricala.',
    'internal/unexpected':
      'Qualcosa è andato storto in questa pagina. Non è colpa tua. Riprova o ricarica la pagina.',
  },
}
