// A gain that moves to its target in a straight line, sample by sample, so that nothing clicks.

export class GainRamp {
  value = 1;
  private target = 1;
  private step = 0;

  constructor(private readonly rate: number) {}

  to(target: number, seconds: number): void {
    this.target = target;
    this.step = (target - this.value) / Math.max(1, seconds * this.rate);
  }

  jump(value: number): void {
    this.value = value;
    this.target = value;
    this.step = 0;
  }

  /** The gain for the next sample. */
  next(): number {
    if (this.step === 0) return this.value;
    this.value += this.step;
    const passed = this.step > 0 ? this.value >= this.target : this.value <= this.target;
    if (passed) this.jump(this.target);
    return this.value;
  }
}
