/**
 * The names of each component's events, by its tag. Each component adds its own next to its class; their
 * types are in `GlobalEventHandlersEventMap`.
 */
export interface ComponentEvents {}
