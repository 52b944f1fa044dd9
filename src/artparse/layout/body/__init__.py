"""Which lines are the article's body: lines looked at again, by trees and by what they say plainly."""
