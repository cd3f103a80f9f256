/** Of what a report for the leaders is wanted; a scenario's headline is as the pane shows it. */
export type BriefAsked =
  { readonly kind: 'scenario'; readonly headline: string } | { readonly kind: 'comparison' | 'targets' };
