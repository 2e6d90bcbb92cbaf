/** The package gives the path of its program, and the newest date of behaviour that it knows. */
declare module 'workerd' {
  const workerd: { readonly default: string; readonly compatibilityDate: string };
  export = workerd;
}
