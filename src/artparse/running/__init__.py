"""What the command does around the pipeline: finding inputs, working on them, keeping outputs."""
