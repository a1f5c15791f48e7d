/**
 * Solves a system of linear equations by Gaussian elimination with the largest pivot of each column.
 *
 * @param matrix square, one row an equation
 * @throws `matrix is singular`
 * @example
 * solveLinear([[2, 1], [1, 3]], [3, 5]) // → [0.8, 1.4]
 */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
	const size = matrix.length;
	const rows = matrix.map((row, index) => [...row, right[index] as number]);
	for (let column = 0; column < size; column++) {
		let pivot = column;
		for (let row = column + 1; row < size; row++)
			if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = row;
		const lead = rows[pivot] as number[];
		[rows[column], rows[pivot]] = [lead, rows[column] as number[]];
		if (!(Math.abs(lead[column] as number) > 0)) throw new RangeError("matrix is singular");
		for (let row = column + 1; row < size; row++) {
			const own = rows[row] as number[];
			const factor = (own[column] as number) / (lead[column] as number);
			for (let each = column; each <= size; each++) own[each] = (own[each] as number) - factor * (lead[each] as number);
		}
	}
	const solution = new Array<number>(size).fill(0);
	for (let row = size - 1; row >= 0; row--) {
		const own = rows[row] as number[];
		let sum = own[size] as number;
		for (let column = row + 1; column < size; column++) sum -= (own[column] as number) * (solution[column] as number);
		solution[row] = sum / (own[row] as number);
	}
	return solution;
}

/**
 * The inverse of a square matrix, column by column.
 *
 * @throws `matrix is singular`
 * @example
 * inverse([[2, 0], [0, 4]]) // → [[0.5, 0], [0, 0.25]]
 */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
	const columns = matrix.map((_, column) =>
		solveLinear(
			matrix,
			matrix.map((__, row) => (row === column ? 1 : 0)),
		),
	);
	return matrix.map((_, row) => columns.map((column) => column[row] as number));
}
