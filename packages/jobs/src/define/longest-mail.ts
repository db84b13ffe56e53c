/**
 * Longest run of a job that sends a mail: every step of a talk with a mail server at the limits of RFC 5321, 4.5.3.2
 * (5 + 5 + 5 + 2 + 3 + 10 minutes), and time to connect. A worker that dies is found by its missing heartbeat, long before.
 */
export const longestMailSeconds = 45 * 60
