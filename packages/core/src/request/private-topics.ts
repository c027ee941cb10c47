/**
 * Topics that a young person can keep private from a representative. The operator chooses the topics, and the age
 * from which they are private.
 */
export const privateTopics = ['mental-health', 'sexual-health', 'hiv', 'violence'] as const;
export type PrivateTopic = (typeof privateTopics)[number];
