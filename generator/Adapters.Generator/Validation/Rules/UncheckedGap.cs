namespace Adapters.Generator.Validation.Rules;

/// <summary>A book that is built from updates without a condition that joins each to the one before.</summary>
internal sealed class UncheckedGap() : Lint(new(
    "ADP121", "Book that would not notice a gap",
    "The book '{0}' has no 'next': a lost update would go unnoticed, and the book be wrong from then on", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var book in context.Model.Books.Where(book => book.UpdatesChannel is not null && book.Next is null))
        {
            context.Report(this, context.Outline.At("books", book.Scope, book.Name), book.Name);
        }
    }
}
