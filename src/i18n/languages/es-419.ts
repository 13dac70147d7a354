import './es.js';
import {pluralsIn} from '../plurals.js';
import {registerLanguage, type Translation} from '../translations.js';

const count = pluralsIn('es-419');

/** Spanish as in Latin America: what is said otherwise there than in Spain. */
export const words: Translation = {
  accounts: {
    add: (name) => `Agregar otra cuenta de ${name}`,
    disconnectText: (name) =>
      `Se eliminará su configuración y esta cuenta dejará de dar acceso a ${name}.`,
    disconnected: (account) => `Se desconectó la cuenta ${account}.`,
    expired: 'Verificación vencida',
    expiredHelp:
      'La verificación tardó demasiado. Vuelve a conectar esta cuenta para intentarlo otra vez.',
    missing: (settings) => `Falta completar: ${settings}.`,
    renameBlank: 'Ingresa un nombre.',
    renameFailed: (name) => `No se pudo guardar “${name}”.`,
    replaceKey: 'Reemplazar clave',
    workflowStops: (workflow) => `Se detendrá el flujo de trabajo “${workflow}”.`,
  },
  catalog: {
    failed: 'No se pudieron cargar tus integraciones.',
    failedPart: 'No se pudo cargar una parte.',
    manage: 'Administrar',
    noResults: (query) => `No hay resultados para “${query}”`,
    noResultsText: 'Verifica la ortografía o consulta todas las integraciones.',
  },
  combobox: {
    removed: (label) => `Se quitó ${label}`,
  },
  common: {
    signedOutTitle: 'Se cerró tu sesión',
  },
  errors: {
    aborted: 'Se canceló antes de terminar.',
    'answer-malformed': 'El servicio envió una respuesta inesperada.',
    'clock-wrong':
      'La hora de este dispositivo no es correcta, por lo que no se puede iniciar sesión. Corrige la fecha y la hora y vuelve a intentarlo.',
    'flow-missing': 'Esta cuenta necesita más datos de los que se pueden ingresar aquí.',
    network: 'No se pudo contactar con el servicio. Verifica tu conexión y vuelve a intentarlo.',
    'nothing-installed': 'No se conectó nada.',
    'oauth-blocked': 'Tu navegador bloqueó la ventana de inicio de sesión.',
    'oauth-denied': 'No se otorgó el acceso.',
    'oauth-timeout': 'El inicio de sesión tardó demasiado.',
    'oauth-unreachable':
      'No se pudo cargar la ventana de inicio de sesión. Verifica tu conexión y vuelve a intentarlo.',
    'opener-policy':
      'La configuración de seguridad de esta página impide iniciar sesión en otra ventana.',
    'post-options-unsupported':
      'Se agregó la cuenta, pero aquí no se puede terminar de configurar.',
    refused: 'El servicio no lo aceptó.',
    'sdk-load-failed': 'No se pudo cargar el servicio de integraciones.',
    'sdk-storage':
      'Este navegador no permite que la página guarde datos. Permítelo en la configuración del navegador y vuelve a cargar la página.',
    'signed-out': 'Tu sesión terminó.',
    'token-expired': 'Tu sesión venció.',
    'token-request-failed': 'No se pudo iniciar tu sesión.',
    unknown: 'Se produjo un error.',
  },
  input: {
    missing: 'Completa este campo.',
    notAnEmail: 'Ingresa una dirección de correo electrónico, por ejemplo, nombre@example.com.',
    notAUrl: 'Ingresa una dirección web completa, por ejemplo, https://example.com.',
    notANumber: 'Ingresa un número, por ejemplo, 12 o 12.5. Usa un punto para los decimales.',
    trimmed: 'Se quitaron los espacios alrededor del texto pegado.',
    waiting: 'Completa primero el campo del que depende este.',
    waitingFor: (label) => `Elige primero “${label}”.`,
    loadFailed: 'No se pudo cargar este campo.',
    addField: 'Agregar un campo',
    addChoice: (text) => `Agregar “${text}”`,
    fieldAdded: (label) => `Se agregó el campo ${label}.`,
    fieldRemoved: (label) => `Se quitó el campo ${label}.`,
    setAside: (values, choice) =>
      count(values, {
        one: `Se apartó # valor predeterminado para ${choice}. Volverá si seleccionas de nuevo ${choice}.`,
        other: `Se apartaron # valores predeterminados para ${choice}. Volverán si seleccionas de nuevo ${choice}.`,
      }),
    restored: (values) =>
      count(values, {
        one: 'Se recuperó # valor predeterminado.',
        other: 'Se recuperaron # valores predeterminados.',
      }),
    fileRemoved: 'Se quitó el archivo',
    fileUnreadable: 'No se pudo leer este archivo.',
    copyFailed: 'No se pudo copiar. Selecciona el texto y cópialo manualmente.',
  },
  install: {
    accountAdded: (name, account) => `Se conectó la cuenta ${account} a ${name}.`,
    addAccount: (name) => `Agregar otra cuenta de ${name}`,
    alreadyText: (account) => `La cuenta ${account} ya está conectada. Puedes agregar otra.`,
    another: 'Agregar otra cuenta',
    blockedHeading: 'Tu navegador bloqueó la ventana de inicio de sesión',
    cancelled: 'Se canceló la conexión. Tus cuentas conectadas no cambiaron.',
    check: 'Ya terminé',
    checking: 'Verificando…',
    connected: (name) => `Se conectó ${name}.`,
    chooseSettings: 'Elegir configuración',
    copyFailed: 'No se pudo copiar. Selecciona el texto y cópialo manualmente.',
    failedHeading: (name) => `Todavía no se conectó ${name}`,
    leftoverRemoved: 'Se eliminó la cuenta incompleta.',
    leftoverText: 'Este intento dejó una cuenta incompleta.',
    next: (settings) => `Siguiente paso: completa ${settings} en la configuración.`,
    reconnected: (account) =>
      `Se volvió a conectar la cuenta ${account}. Conserva su configuración y sus flujos de trabajo.`,
    replaceConfirm: 'Reemplazar cuenta',
    replaceText: (account) =>
      `Si conectas de nuevo, se reemplazará la cuenta ${account}. Puede que su configuración y sus flujos de trabajo dejen de funcionar.`,
    returnedHeading: '¿Terminaste de iniciar sesión?',
    returnedText: (name) => `${name} todavía no confirmó el inicio de sesión.`,
    secondText: (name, account) =>
      `También iniciaste sesión con la cuenta ${account} en otra ventana, por lo que hay dos cuentas de ${name} conectadas.`,
    sendAgain: 'Lo que escribiste sigue aquí. Vuelve a enviarlo.',
    signedOutKept: 'Lo que escribiste sigue aquí. Inicia sesión de nuevo para continuar.',
    slow: 'Está tardando más de lo habitual. Puedes esperar, o cancelar y volver a intentarlo.',
    stuckText: (name) =>
      `Ciérrala y vuelve a intentarlo. Si sigue vacía, verifica tu conexión y las extensiones del navegador que puedan bloquear ${name}.`,
    typeKeys: 'Ingresa aquí tus claves de acceso.',
    salesforceAppAdmin:
      'Para continuar con la autorización de tu cuenta, un administrador tiene que agregar esta aplicación desde AppExchange a tu organización de Salesforce.',
    salesforceAppProduction:
      'En AppExchange, haz clic en “Get It Now” y sigue las indicaciones para agregar la aplicación a tu entorno de producción.',
    salesforceAppSandbox:
      'En AppExchange, haz clic en “Try It” y sigue las indicaciones para agregar la aplicación a tu entorno Sandbox.',
    salesforceInstalled: 'Ya instalé el paquete',
    salesforcePackageUsers:
      'Durante la instalación, elige “Install for All Users” si, además del administrador, otros usuarios de Salesforce de tu organización van a conectar sus cuentas a esta integración.',
  },
  integration: {
    chooseFirst: 'No se seleccionó ninguna integración.',
    goneText: 'No se modificó ninguna otra cuenta. Elige una a continuación o conecta una.',
    settings: 'Configuración',
  },
  mapper: {
    chooseDependent: (label) => `Elige “${label}” para asignar los campos.`,
    setAside: (mappings, object) =>
      count(mappings, {
        one: `Se apartó # asignación para ${object}. Volverá si seleccionas de nuevo ${object}.`,
        other: `Se apartaron # asignaciones para ${object}. Volverán si seleccionas de nuevo ${object}.`,
      }),
    takenAway: (mappings, object) =>
      count(mappings, {
        one: `Se quitó # asignación para ${object}.`,
        other: `Se quitaron # asignaciones para ${object}.`,
      }),
    restored: (mappings, object) =>
      count(mappings, {
        one: `Se recuperó # asignación para ${object}.`,
        other: `Se recuperaron # asignaciones para ${object}.`,
      }),
    createdField: 'Agregado por ti',
    noneFound: (query) => `Ninguno de tus campos coincide con “${query}”.`,
    missingDependent: (label) => `Elige “${label}”.`,
    notAllLoaded: 'No se pudieron cargar todos los campos.',
    addField: 'Agregar un campo',
    add: 'Agregar',
    nameEmpty: 'Ingresa un nombre.',
    removed: (label) => `Se quitó el campo ${label}.`,
    added: (label) => `Se agregó el campo ${label}.`,
    accepted: (matches) =>
      count(matches, {
        one: 'Se aceptó # coincidencia.',
        other: 'Se aceptaron # coincidencias.',
      }),
    dismissed: (matches) =>
      count(matches, {
        one: 'Se descartó # coincidencia.',
        other: 'Se descartaron # coincidencias.',
      }),
    suggestionKeys: 'Presiona Tab para usarla o Esc para descartarla.',
    suggestionEnter: 'Presiona Enter para usarla o Esc para descartarla.',
    keyEnter: 'Enter',
  },
  portal: {
    discardText: (name) => `No se guardaron los cambios en la configuración de ${name}.`,
    loadFailed:
      'No se pudieron cargar las integraciones. Verifica tu conexión y vuelve a intentarlo.',
  },
  settings: {
    accountGoneText: 'No se modificó ninguna otra cuenta. Elige una o conecta una para continuar.',
    add: 'Agregar',
    addLabel: 'Nombre del nuevo perfil',
    addLong: 'Agregar un perfil',
    added: (name) => `Se agregó el perfil “${name}”.`,
    byDefault: 'Predeterminado',
    configuration: 'Perfil de configuración',
    configurationUnknown: 'Esta cuenta no tiene este perfil.',
    conflict:
      'Este valor se cambió en otro lugar mientras lo editabas. ¿Qué versión quieres conservar?',
    disableFailed: (workflow) => `No se pudo desactivar “${workflow}”.`,
    disabled: (workflow) => `El flujo de trabajo “${workflow}” está desactivado.`,
    emptyText: (name) => `Conecta ${name} para cambiar su configuración.`,
    enableFailed: (workflow) => `No se pudo activar “${workflow}”.`,
    enabled: (workflow) => `El flujo de trabajo “${workflow}” está activado.`,
    invalidText: (name) => `Vuelve a conectarla a ${name} para cambiar su configuración.`,
    kept: 'Se conserva lo que escribiste.',
    missingText: (settings) => `Completa ${settings} y después guarda.`,
    nameBlank: 'Ingresa un nombre.',
    nameTaken: 'Esta cuenta ya tiene un perfil con este nombre.',
    notSaved: 'No se guardó.',
    nothingText: (name) => `${name} funciona sin configuración.`,
    pendingHeading: (account) => `La cuenta ${account} no se terminó de configurar`,
    pendingText: 'Termina de configurarla para cambiar su configuración.',
    removeHeading: (name) => `¿Quitar el perfil “${name}”?`,
    removeLong: (name) => `Quitar “${name}”`,
    removeText:
      'Se eliminará su configuración. Los demás perfiles de esta cuenta no se verán afectados.',
    removedOne: (name) => `Se quitó el perfil “${name}”.`,
    renameLabelOne: (name) => `Nombre del perfil “${name}”`,
    renameLong: (name) => `Cambiar el nombre de “${name}”`,
    savedElsewhere: 'Guardado en otro lugar',
    settings: 'Configuración',
    settingsOf: 'Configuración de la cuenta',
    signedOutKept: 'Lo que escribiste sigue aquí. Inicia sesión de nuevo para continuar.',
    unnamedConfiguration: (index) => `Perfil ${index}`,
    workflowEnds: (workflow) => `Se detendrá el flujo de trabajo “${workflow}” en este perfil.`,
  },
  tools: {
    failed: 'No se pudieron cargar las herramientas.',
  },
};

registerLanguage('es-419', words);
