namespace Adapters.Errors;

/// <summary>What an error means to a caller, the same for every venue. Each class has one <see cref="ErrorAdvice"/>.</summary>
public enum ErrorClass
{
    /// <summary>Refused for a reason that has no class of its own.</summary>
    Rejected = 1,

    /// <summary>The call may or may not have had its effect.</summary>
    UnknownOutcome,

    /// <summary>The venue is overloaded; nothing happened.</summary>
    Busy,

    /// <summary>The venue is closed for maintenance.</summary>
    Maintenance,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>Too many orders.</summary>
    OrderRateLimited,

    /// <summary>The venue's firewall refuses.</summary>
    Blocked,

    /// <summary>The address is banned for a time.</summary>
    Banned,

    /// <summary>The request's time is outside the receive window.</summary>
    ClockSkew,

    /// <summary>Key or signature is wrong.</summary>
    Authentication,

    /// <summary>The key may not do this.</summary>
    Permission,

    /// <summary>A session, listen key or logon is gone.</summary>
    SessionLost,

    /// <summary>Already subscribed.</summary>
    Subscribed,

    /// <summary>The request is malformed.</summary>
    InvalidRequest,

    /// <summary>The venue does not offer this.</summary>
    Unsupported,

    /// <summary>There is no such symbol.</summary>
    UnknownSymbol,

    /// <summary>The market does not trade.</summary>
    MarketClosed,

    /// <summary>The price breaks a filter.</summary>
    InvalidPrice,

    /// <summary>The quantity breaks a filter.</summary>
    InvalidQuantity,

    /// <summary>Price times quantity breaks a filter: it is too small or too large, which not every venue tells apart.
    /// </summary>
    InvalidNotional,

    /// <summary>The balance does not suffice.</summary>
    InsufficientFunds,

    /// <summary>There is no such order.</summary>
    UnknownOrder,

    /// <summary>An order with this client id is there already.</summary>
    DuplicateOrder,

    /// <summary>A post-only order would take.</summary>
    WouldTake,

    /// <summary>A stop would trigger at once.</summary>
    WouldTrigger,

    /// <summary>A fill-or-kill order was not filled.</summary>
    NotFilled,

    /// <summary>The order can no longer be cancelled.</summary>
    NotCancelable,

    /// <summary>A reduce-only order would not reduce.</summary>
    ReduceOnlyRejected,

    /// <summary>Too many open orders.</summary>
    OrderLimit,

    /// <summary>The position would grow too large.</summary>
    PositionLimit,

    /// <summary>The leverage is not allowed.</summary>
    InvalidLeverage,

    /// <summary>The account's mode stands against it.</summary>
    ModeConflict,

    /// <summary>The account is being liquidated.</summary>
    Liquidating,

    /// <summary>There is nobody to trade with.</summary>
    NoLiquidity,

    /// <summary>The venue has no such data.</summary>
    NoData,

    /// <summary>Everything is as asked for already.</summary>
    NothingToChange,

    /// <summary>The answer could not be understood.</summary>
    Unreadable,

    /// <summary>The venue could not be reached, or did not answer in time, and the call is safe to repeat.</summary>
    Unreachable,
}

/// <summary>What a caller should do about an error.</summary>
public enum ErrorAdvice
{
    /// <summary>Nothing will change it; mend the request.</summary>
    GiveUp = 1,

    /// <summary>The same call may be sent again.</summary>
    Retry,

    /// <summary>Send it again after the time the error names.</summary>
    Wait,

    /// <summary>State is out of step: load it anew.</summary>
    Resync,

    /// <summary>Find out what became of the call; never send it again blindly.</summary>
    Resolve,

    /// <summary>What was asked for is already so.</summary>
    NothingToDo,
}

/// <summary>The advice of each class.</summary>
public static class ErrorClasses
{
    /// <summary>What to do about an error of this class.</summary>
    public static ErrorAdvice Advice(this ErrorClass errorClass) => errorClass switch
    {
        ErrorClass.Busy or ErrorClass.Unreachable => ErrorAdvice.Retry,
        ErrorClass.RateLimited or ErrorClass.OrderRateLimited or ErrorClass.Banned or ErrorClass.Maintenance => ErrorAdvice.Wait,
        ErrorClass.ClockSkew or ErrorClass.SessionLost => ErrorAdvice.Resync,
        ErrorClass.UnknownOutcome => ErrorAdvice.Resolve,
        ErrorClass.NothingToChange or ErrorClass.Subscribed => ErrorAdvice.NothingToDo,
        _ => ErrorAdvice.GiveUp,
    };
}
