/** The largest whole number that a column of counts holds: Postgres' `integer`. */
export const mostCount = 2_147_483_647
