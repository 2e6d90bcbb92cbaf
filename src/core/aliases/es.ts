import type { AliasTable } from './table.js';

/** Spanish headers, of Spain and of Latin America. */
export const es: AliasTable = {
  '*': {
    hs_object_id: 'ID de registro, ID del registro, ID de HubSpot',
    phone:
      'Número de teléfono, Teléfono, Tel, Tfno, Telf, Teléfono fijo, Tel fijo, Tfno fijo, Fijo, Teléfono del trabajo, Teléfono trabajo, Teléfono oficina, Teléfono de la oficina, Nº de teléfono, Nº teléfono, Num teléfono, Teléfono principal, Teléfono 1, Teléfono de contacto, Teléfono de la empresa?, Teléfono laboral',
    fax: 'Número de fax, Fax, Nº de fax',
    website:
      'URL del sitio web, Sitio web, Página web, Web, URL, Sitio?, Página?, Dirección web, Sitio de internet, Página de internet',
    address:
      'Dirección, Domicilio, Calle, Dirección postal, Calle y número, Dirección 1, Dirección línea 1, Dirección del trabajo, Calle trabajo, Domicilio fiscal, Dirección fiscal, Vía, Nombre de la vía',
    city: 'Ciudad, Población, Localidad, Municipio, Ciudad trabajo, Ciudad/Población, Ciudad/Localidad',
    state:
      'Estado/región, Provincia, Estado/Provincia, Comunidad autónoma, Estado?, Región?, Provincia/Estado, Departamento/Estado, Provincia o estado, Entidad federativa',
    zip: 'Código postal, CP, C.P., Cód postal, Código postal trabajo, Cod postal, Código postal/CP',
    country: 'País/región, País, Código de país, País/Región trabajo, Nombre del país, País o región',
    industry: 'Sector, Industria, Rubro, Giro, Sector de actividad, Ramo, Actividad económica',
    annualrevenue: 'Ingresos anuales, Facturación anual, Facturación, Ventas anuales, Volumen de negocio',
    numemployees:
      'Número de empleados, Empleados, Nº de empleados, Nº empleados, Cantidad de empleados, Tamaño de la empresa?',
    numberofemployees:
      'Número de empleados, Empleados, Nº de empleados, Nº empleados, Cantidad de empleados, Tamaño de la empresa?',
    hubspot_owner_id:
      'Propietario, Propietario del contacto, Propietario de la empresa, Propietario del negocio, Propietario del ticket, Asignado a, Comercial asignado, Responsable comercial, Ejecutivo de cuenta, Agente asignado, Vendedor asignado, Vendedor, Propietario del registro, Ejecutivo de ventas',
    lifecyclestage: 'Etapa del ciclo de vida, Ciclo de vida, Fase del ciclo de vida',
    hs_lead_status: 'Estado del lead, Estado de lead, Estado del prospecto, Estatus del lead',
    twitterhandle: 'Nombre de usuario de Twitter, Usuario de Twitter, Cuenta de Twitter',
    hs_timezone: 'Zona horaria, Huso horario',
    timezone: 'Zona horaria, Huso horario',
  },
  '0-1': {
    email:
      'Correo, Correo electrónico, Dirección de correo electrónico, Email, E-mail, Mail, Dirección de correo, Dirección de email, Correo-e, Dirección electrónica, Correo electrónico 1, Correo principal, Correo de contacto, Correo electrónico de contacto, Correo electrónico del trabajo',
    work_email: 'Correo electrónico laboral',
    firstname: 'Nombre de pila, Primer nombre, Nombres, Nombre del contacto?',
    lastname: 'Apellidos, Apellido, Apellido(s), Apellidos del contacto, Apellido paterno y materno',
    mobilephone:
      'Número de teléfono móvil, Móvil, Teléfono móvil, Celular, Teléfono celular, Tel móvil, Tfno móvil, Número de móvil, Número de celular, Cel, Nº móvil, Telf móvil, Num celular, Número móvil',
    company:
      'Nombre de la empresa, Empresa, Compañía, Organización, Razón social, Sociedad, Nombre empresa, Nombre de la compañía, Lugar de trabajo, Nombre de la organización, Institución, Negocio, Nombre de cuenta, Nombre de la cuenta',
    jobtitle:
      'Cargo, Puesto, Puesto de trabajo, Título del puesto, Ocupación, Profesión, Función, Posición, Título profesional, Cargo laboral, Denominación del puesto, Puesto laboral, Cargo en la empresa',
    salutation: 'Saludo, Tratamiento?, Título?, Título de cortesía',
    gender: 'Género, Sexo',
    date_of_birth:
      'Fecha de nacimiento, Cumpleaños, Nacimiento, F. nacimiento, Fecha nacimiento, F nac, Fecha nac, Fecha de cumpleaños',
    marital_status: 'Estado civil',
    hs_language: 'Idioma preferido, Idioma, Lengua, Idioma de preferencia',
    hs_linkedin_url: 'URL de LinkedIn, Perfil de LinkedIn, Enlace de LinkedIn',
    hs_whatsapp_phone_number: 'Número de teléfono de WhatsApp, Número de WhatsApp',
    hs_buying_role: 'Rol de compra, Función de compra',
    seniority: 'Antigüedad laboral, Nivel jerárquico',
    school: 'Escuela, Universidad, Centro educativo',
    degree: 'Grado académico, Titulación',
    field_of_study: 'Campo de estudio, Área de estudios',
    message: 'Mensaje',
  },
  '0-2': {
    name: 'Nombre de la empresa, Empresa, Nombre, Razón social, Compañía, Organización, Nombre empresa, Nombre de la compañía, Sociedad, Nombre comercial, Denominación social, Nombre de cuenta',
    domain:
      'Nombre de dominio de la empresa, Dominio, Nombre de dominio, Dominio web, Sitio web?, Página web?',
    address2: 'Dirección 2, Dirección línea 2, Complemento de dirección',
    type: 'Tipo, Tipo de empresa, Tipo de cuenta, Tipo de cliente',
    description: 'Descripción, Descripción de la empresa',
    linkedin_company_page: 'Página de empresa de LinkedIn, Página de LinkedIn',
    facebook_company_page: 'Página de empresa de Facebook, Página de Facebook',
    founded_year: 'Año de fundación, Fundada en, Año fundación',
  },
  '0-3': {
    dealname:
      'Nombre del negocio, Negocio, Nombre de la oportunidad, Oportunidad, Nombre, Título, Trato, Nombre del trato',
    amount:
      'Valor, Importe, Monto, Cantidad?, Valor del negocio, Importe del negocio, Importe total, Monto total',
    closedate:
      'Fecha de cierre, Fecha cierre, Cierre previsto, Fecha prevista de cierre, Fecha de cierre prevista, Fecha estimada de cierre, Cierre',
    dealstage: 'Etapa del negocio, Etapa, Fase, Fase del negocio, Etapa de venta, Fase de venta',
    pipeline: 'Pipeline, Embudo, Embudo de ventas, Pipeline de ventas, Canalización',
    dealtype: 'Tipo de negocio, Tipo de oportunidad',
    description: 'Descripción del negocio, Descripción',
    hs_priority: 'Prioridad',
    deal_currency_code: 'Moneda, Divisa, Código de moneda',
    closed_lost_reason: 'Motivo de pérdida, Motivo de cierre perdido, Razón de pérdida',
    closed_won_reason: 'Motivo de cierre ganado, Razón de ganancia',
    hs_next_step: 'Siguiente paso, Próximo paso, Próxima acción',
  },
  '0-5': {
    subject: 'Nombre del ticket, Asunto, Título, Nombre, Tema',
    content: 'Descripción del ticket, Descripción, Contenido, Detalles, Detalle',
    hs_pipeline: 'Pipeline, Pipeline de tickets',
    hs_pipeline_stage: 'Estado del ticket, Estado, Etapa, Estatus',
    hs_ticket_priority: 'Prioridad, Prioridad del ticket, Urgencia',
    hs_ticket_category: 'Categoría, Categoría del ticket',
    source_type: 'Fuente, Origen, Canal, Fuente del ticket',
    hs_resolution: 'Resolución',
  },
  '0-7': {
    name: 'Nombre, Nombre del producto, Producto, Artículo, Nombre del artículo, Denominación',
    description: 'Descripción del producto, Descripción',
    price: 'Precio unitario, Precio, Precio de venta, PVP, Tarifa, Precio de lista',
    hs_sku: 'SKU, Referencia, Código, Código de producto, Código de artículo, Ref, Código del producto',
    hs_cost_of_goods_sold: 'Coste unitario, Coste, Costo, Costo unitario, Precio de coste, Precio de compra',
    recurringbillingfrequency: 'Frecuencia de facturación',
    hs_url: 'URL, Enlace, Enlace del producto',
    hs_images: 'URL de la imagen, Imagen, Foto',
    hs_product_type: 'Tipo de producto',
  },
};
