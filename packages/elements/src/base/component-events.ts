/**
 * The names of the events of each component, by its tag. Each component adds its own, beside its class; their
 * types are in `GlobalEventHandlersEventMap`.
 */
export interface ComponentEvents {}
