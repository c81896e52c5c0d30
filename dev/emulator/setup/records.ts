/** A brand of the workspace (2.16 `brand`). Times in Unix seconds. */
export interface Brand {
	/** The default brand has the id of the workspace. */
	id: string;
	name: string;
	is_default: boolean;
	help_center_id: string;
	default_address_settings_id: string;
	created_at: number;
	updated_at: number;
}

/** A saved reply (2.16 `macro`). Times in Unix seconds; the API shows them as ISO 8601. */
export interface Macro {
	id: string;
	name: string;
	/** HTML with placeholders as `<attribute key="…"/>`. */
	body: string;
	/** Plain text with placeholders as `{{…}}`. */
	body_text: string;
	/** The teams that see it; everybody does where there are none. */
	visible_to_team_ids: readonly string[];
	available_on: ReadonlyArray<'inbox' | 'messenger'>;
	created_at: number;
	updated_at: number;
}
