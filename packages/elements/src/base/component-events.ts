/**
 * The names of the events that each component sends, by its tag. Each component adds its own, beside its class; what they
 * carry is in `GlobalEventHandlersEventMap`.
 */
export interface ComponentEvents {}
