"""What a claim is: types only. This floor imports nothing of tallywire but itself."""
