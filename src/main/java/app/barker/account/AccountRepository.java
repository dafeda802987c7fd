package app.barker.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    @Query("select new app.barker.account.Person(a.id, a.username) from Account a where a.username = :username")
    Optional<Person> findPerson(String username);

    /** Shared with other writers of the same author on PostgreSQL; H2 has no FOR SHARE and takes it alone. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockForWriting(long id);

    /** Keeps every other writer of the account out, and lets rows that refer to it in: FOR NO KEY UPDATE on PostgreSQL. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockAlone(long id);
}
