import type { AliasTable } from './table.js';

/** Portuguese headers, of Brazil first and of Portugal. */
export const pt: AliasTable = {
  '*': {
    hs_object_id: 'ID do registro, ID do registo, ID do HubSpot',
    phone:
      'Número de telefone, Telefone, Tel, Fone, Telefone fixo, Fixo, Telefone comercial, Telefone trabalho, Telefone do trabalho, Telefone de trabalho, Telefone do escritório, Tel comercial, Telefone principal, Telefone 1, Nº de telefone, Nº telefone, Telefone de contato, Telefone de contacto',
    fax: 'Número de fax, Fax, Nº de fax',
    website:
      'URL do site, Site?, Website, Página web, Página da web, Web, URL, Endereço web, Sítio web, Site da empresa, Página na internet, Web site',
    address:
      'Endereço, Rua, Logradouro, Morada, Endereço 1, Endereço comercial, Rua e número, Endereço completo, Endereço postal, Endereço linha 1, Morada 1, Morada fiscal, Rua trabalho',
    city: 'Cidade, Município, Localidade, Cidade comercial, Cidade/Município',
    state:
      'Estado/Região, UF, Estado?, Estado/Província, Distrito?, Região?, Sigla do estado, Estado (UF), Estado/UF, UF/Estado, Província',
    zip: 'Código postal, CEP, Código de endereçamento postal, Cód postal, Código postal/CEP',
    country: 'País/Região, País, Código do país, Nome do país, País/Região trabalho',
    industry:
      'Setor, Indústria, Ramo, Ramo de atividade, Segmento, Sector, Área de atuação, Setor de atividade',
    annualrevenue: 'Receita anual, Faturamento, Faturamento anual, Faturação anual, Volume de negócios',
    numemployees:
      'Número de funcionários, Funcionários, Nº de funcionários, Número de empregados, Quantidade de funcionários, Porte da empresa?',
    numberofemployees:
      'Número de funcionários, Funcionários, Nº de funcionários, Número de empregados, Quantidade de funcionários, Porte da empresa?',
    hubspot_owner_id:
      'Proprietário, Proprietário do contato, Proprietário do contacto, Proprietário da empresa, Proprietário do negócio, Proprietário do ticket, Atribuído a, Responsável comercial, Responsável pelo contato, Vendedor responsável, Vendedor, Dono do contato, Gerente de contas, Executivo de contas',
    lifecyclestage: 'Fase do ciclo de vida, Estágio do ciclo de vida, Ciclo de vida, Etapa do ciclo de vida',
    hs_lead_status: 'Status do lead, Estado do lead, Situação do lead',
    twitterhandle: 'Nome de usuário do Twitter, Usuário do Twitter, Conta do Twitter',
    hs_timezone: 'Fuso horário',
    timezone: 'Fuso horário',
  },
  '0-1': {
    email:
      'E-mail, Email, Endereço de e-mail, Endereço de email, Correio eletrônico, Correio eletrónico, E-mail principal, E-mail comercial, E-mail de contato, E-mail profissional, Endereço eletrônico, E-mail corporativo',
    work_email: 'E-mail de trabalho',
    firstname: 'Primeiro nome, Nome próprio, Prenome, Nome de batismo',
    lastname: 'Sobrenome, Último nome, Nome de família, Sobre nome, Apelidos, Sobrenomes',
    mobilephone:
      'Número de telefone celular, Celular, Telefone celular, Telemóvel, Número de celular, Telefone móvel, Móvel, Cel, Número do celular, Nº de telemóvel, Nº celular, Número de telemóvel, Tel celular',
    company:
      'Nome da empresa, Empresa, Organização, Razão social, Companhia, Nome da organização, Nome empresa, Empregador, Instituição, Local de trabalho, Nome da conta',
    jobtitle:
      'Cargo, Função, Profissão, Ocupação, Título do cargo, Posição, Título profissional, Cargo atual, Cargo/Função, Função/Cargo',
    salutation: 'Saudação, Tratamento?, Título?, Forma de tratamento, Pronome de tratamento',
    gender: 'Gênero, Género, Sexo',
    date_of_birth:
      'Data de nascimento, Aniversário, Nascimento, Data nascimento, Data de aniversário, Dt nascimento, Data nasc, Dt nasc',
    marital_status: 'Estado civil',
    hs_language: 'Idioma preferido, Idioma, Língua, Língua preferida',
    hs_linkedin_url: 'URL do LinkedIn, Perfil do LinkedIn, Link do LinkedIn',
    hs_whatsapp_phone_number: 'Número de telefone do WhatsApp, Número do WhatsApp, WhatsApp número',
    hs_buying_role: 'Função de compra, Papel na compra',
    seniority: 'Senioridade, Nível hierárquico',
    school: 'Escola, Universidade, Faculdade',
    degree: 'Grau acadêmico',
    field_of_study: 'Área de estudo, Área de formação',
    message: 'Mensagem',
  },
  '0-2': {
    name: 'Nome da empresa, Empresa, Nome, Razão social, Organização, Nome fantasia, Companhia, Nome da organização, Nome da conta, Denominação social',
    domain: 'Nome de domínio da empresa, Domínio, Nome de domínio, Domínio da web, Site?, Website?',
    address2: 'Endereço 2, Complemento, Endereço linha 2, Complemento do endereço, Morada 2',
    type: 'Tipo, Tipo de empresa, Tipo de conta, Tipo de cliente',
    description: 'Descrição, Descrição da empresa',
    linkedin_company_page: 'Página da empresa no LinkedIn, Página do LinkedIn',
    facebook_company_page: 'Página da empresa no Facebook, Página do Facebook',
    founded_year: 'Ano de fundação, Fundada em',
  },
  '0-3': {
    dealname:
      'Nome do negócio, Negócio, Nome da oportunidade, Oportunidade, Nome, Título, Negociação, Nome da negociação',
    amount: 'Valor, Montante, Valor do negócio, Valor total, Valor da oportunidade, Valor da negociação',
    closedate:
      'Data de fechamento, Data de fecho, Previsão de fechamento, Data prevista de fechamento, Fechamento previsto, Data de encerramento, Fechamento',
    dealstage: 'Etapa do negócio, Etapa, Fase, Fase do negócio, Estágio, Etapa do funil, Estágio do negócio',
    pipeline: 'Pipeline, Funil, Funil de vendas, Pipeline de vendas',
    dealtype: 'Tipo de negócio, Tipo de oportunidade',
    description: 'Descrição do negócio, Descrição',
    hs_priority: 'Prioridade',
    deal_currency_code: 'Moeda, Código da moeda',
    closed_lost_reason: 'Motivo da perda, Motivo de perda, Motivo do fechamento perdido',
    closed_won_reason: 'Motivo do ganho, Motivo do fechamento ganho',
    hs_next_step: 'Próxima etapa, Próximo passo, Próxima ação',
  },
  '0-5': {
    subject: 'Nome do ticket, Assunto, Título, Nome',
    content: 'Descrição do ticket, Descrição, Conteúdo, Detalhes',
    hs_pipeline: 'Pipeline, Pipeline de tickets',
    hs_pipeline_stage: 'Status do ticket, Status, Etapa, Estado do ticket, Situação',
    hs_ticket_priority: 'Prioridade, Prioridade do ticket, Urgência',
    hs_ticket_category: 'Categoria, Categoria do ticket',
    source_type: 'Fonte, Origem, Canal, Fonte do ticket',
    hs_resolution: 'Resolução',
  },
  '0-7': {
    name: 'Nome, Nome do produto, Produto, Artigo, Item, Nome do item',
    description: 'Descrição do produto, Descrição',
    price: 'Preço unitário, Preço, Preço de venda, Valor unitário, Tarifa',
    hs_sku: 'SKU, Referência, Código, Código do produto, Ref, Código do artigo',
    hs_cost_of_goods_sold: 'Custo unitário, Custo, Preço de custo, Preço de compra',
    recurringbillingfrequency: 'Frequência de faturamento, Frequência de cobrança',
    hs_url: 'URL, Link, Link do produto',
    hs_images: 'URL da imagem, Imagem, Foto',
    hs_product_type: 'Tipo de produto',
  },
};
