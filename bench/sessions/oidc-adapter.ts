import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider'
import type { Pool } from 'pg'

export const oidcTable = `create table if not exists oidc_model (
  name text, id text, payload jsonb not null, grant_id text, expires_at timestamptz, primary key (name, id));
  create index if not exists oidc_model_grant on oidc_model (grant_id);`

/** oidc-provider's storage on Postgres: one statement per call, each prepared once per connection. */
export const createOidcAdapter = (pool: Pool): AdapterConstructor =>
  class implements Adapter {
    readonly #model: string
    constructor(model: string) {
      this.#model = model
    }
    async #run(name: string, text: string, values: readonly unknown[]): Promise<AdapterPayload | undefined> {
      const { rows } = await pool.query<{ payload: AdapterPayload }>({ name, text, values: [...values] })
      return rows[0]?.payload
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      const text = `insert into oidc_model values ($1, $2, $3, $4, now() + make_interval(secs => $5))
        on conflict (name, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`
      await this.#run('upsert', text, [this.#model, id, payload, payload.grantId ?? null, expiresIn])
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      const text = 'select payload from oidc_model where name = $1 and id = $2 and expires_at > now()'
      return await this.#run('find', text, [this.#model, id])
    }
    async findByUid(): Promise<undefined> {
      await Promise.reject(new Error('The benchmark has no interactions.'))
    }
    async findByUserCode(): Promise<undefined> {
      await Promise.reject(new Error('The benchmark has no devices.'))
    }
    async consume(id: string): Promise<void> {
      const text = `update oidc_model set payload = payload || jsonb_build_object('consumed', extract(epoch from now())::int)
        where name = $1 and id = $2`
      await this.#run('consume', text, [this.#model, id])
    }
    async destroy(id: string): Promise<void> {
      await this.#run('destroy', 'delete from oidc_model where name = $1 and id = $2', [this.#model, id])
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      await this.#run('revoke', 'delete from oidc_model where grant_id = $1', [grantId])
    }
  }
