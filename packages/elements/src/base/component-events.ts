/**
 * The names of each component's events, by the component's tag. The file of each component adds the component's
 * events. The types of all events are in `GlobalEventHandlersEventMap`.
 */
export interface ComponentEvents {}
