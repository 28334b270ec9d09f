import './material-picker.css'
import { Icon, type IconName } from '../icon/index.ts'

export interface Material {
  value: string
  name: string
  /** Formatted price with its unit: "Rp3.000/kg". */
  price: string
  /** A picture of the thing; empty words for the reader, because the name stands below. */
  image?: string | undefined
  /** Shown while there is no picture. */
  icon?: IconName | undefined
  disabled?: boolean | undefined
}

interface MaterialPickerProps {
  legend: string
  name: string
  materials: readonly Material[]
  /** Chosen at first (without script), or now (with `onPick`). */
  picked?: string | undefined
  onPick?: ((value: string) => void) | undefined
}

/** Tiles to choose one thing by picture, name and price. Radios underneath: works by keyboard and without script. */
export function MaterialPicker({ legend, name, materials, picked, onPick }: MaterialPickerProps) {
  return (
    <fieldset className="materials">
      <legend className="label">{legend}</legend>
      <div className="materials-grid">
        {materials.map(({ value, name: title, price, image, icon = 'recycle', disabled }) => (
          <label className="material" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              disabled={disabled}
              {...(onPick === undefined
                ? { defaultChecked: picked === value }
                : { checked: picked === value, onChange: () => onPick(value) })}
            />
            <span className="material-tile">
              {image === undefined ? (
                <Icon name={icon} />
              ) : (
                <img src={image} alt="" width="72" height="72" loading="lazy" />
              )}
              <b>{title}</b>
              <span className="material-price">{price}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
