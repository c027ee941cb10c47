/**
 * The names of each component's events, by its tag. Each component adds its events next to its class; the
 * types of all events are in `GlobalEventHandlersEventMap`.
 */
export interface ComponentEvents {}
