namespace FollowUp.Access;

/// <summary>What a function is about, and so whose it is.</summary>
public enum AccessScope
{
    /// <summary>Tells nothing of anybody: the page itself, whether the service lives, who the caller is.</summary>
    Public,

    /// <summary>Opened by a signed link, whoever follows it; the function itself checks the link.</summary>
    Link,

    /// <summary>Whoever is known here; a list shows what is theirs.</summary>
    Known,

    /// <summary>The office as a whole.</summary>
    Office,

    Agreement,
    Item,

    /// <summary>What is one person's own.</summary>
    Person,
}
